/** What is known of a conversation that was a place of ours once. */
export interface FormerPlace {
  readonly customerId: string | null;
  readonly audience: string;
  /** Companies outside the vendor that read it. */
  readonly outside: readonly string[];
  /** When it became that customer's; null = it never was another's. */
  readonly ownedSince: Date | null;
}

/** The place that it is to be now. */
export interface NextPlace {
  readonly customerId: string | null;
  readonly audience: string;
}

/** Why nothing may be said there until somebody has looked who reads it; null when it is for the same readers as before. */
export function whyLook(
  { customerId, audience, outside }: Omit<FormerPlace, 'ownedSince'>,
  next: NextPlace,
): string | null {
  if (customerId !== null && customerId !== next.customerId)
    return 'It was for another customer so far.';
  if (next.audience === 'internal' && outside.length > 0)
    return 'Somebody outside our company can read it.';
  if (audience === next.audience) return null;
  return next.audience === 'internal'
    ? 'It was for a customer to read so far.'
    : 'It was for us alone so far.';
}
