/** What somebody says of a place: whose it is, and whether they read it. */
export interface Settlement {
  readonly placeId: string;
  readonly customerId: string;
  readonly audience: 'shared' | 'internal';
}

/** The subject of a button that settles a place. */
export function settlementText({ placeId, customerId, audience }: Settlement): string {
  return `${placeId} ${customerId} ${audience}`;
}

/** What such a button says, or null when it says nothing of the kind. */
export function settlementFrom(subject: string): Settlement | null {
  const [placeId, customerId, audience, ...more] = subject.split(' ');
  if (!placeId || !customerId || more.length > 0) return null;
  if (audience !== 'shared' && audience !== 'internal') return null;
  return { placeId, customerId, audience };
}
