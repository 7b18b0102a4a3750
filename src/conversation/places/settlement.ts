/** What somebody says of a place: whose it is, and whether they read it. */
export interface Settlement {
  readonly placeId: string;
  readonly customerId: string;
  readonly audience: 'shared' | 'internal';
}

/** What a button says of a place, and who read it when the button was shown. */
export interface ShownSettlement extends Settlement {
  readonly readers: readonly string[];
}

const nobody = '-';

/** The subject of a button that settles a place. */
export function settlementText(shown: ShownSettlement): string {
  const { placeId, customerId, audience, readers } = shown;
  return `${placeId} ${customerId} ${audience} ${[...readers].sort().join(',') || nobody}`;
}

/** What such a button says, or null when it says nothing of the kind. */
export function settlementFrom(subject: string): ShownSettlement | null {
  const [placeId, customerId, audience, readers, ...more] = subject.split(' ');
  if (!placeId || !customerId || !readers || more.length > 0) return null;
  if (audience !== 'shared' && audience !== 'internal') return null;
  return { placeId, customerId, audience, readers: readers === nobody ? [] : readers.split(',') };
}

/** Are these the same companies, in whatever order? */
export function isSameReaders(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join(',') === [...b].sort().join(',');
}
