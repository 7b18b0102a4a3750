/** Which organisation a person speaks for. Decided by verified platform identity, never by what they write. */
export type Side = 'vendor' | 'customer' | 'partner';

export const sides = ['vendor', 'customer', 'partner'] as const;

/** Anything that is not plainly the vendor's or a partner's is the customer's side, with the fewest rights. */
export function sideFrom(value: string): Side {
  return value === 'vendor' || value === 'partner' ? value : 'customer';
}
