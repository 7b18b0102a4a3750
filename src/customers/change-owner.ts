import type { Trip } from '../shared/database.ts';

interface NewOwner {
  readonly placeId: string;
  /** Whose the place was; null = nobody's. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What was said in a place while it was another customer's is theirs: from now on only newer words are this one's. */
export async function changeOwner(
  { tx, now }: Trip,
  { placeId, before, after }: NewOwner,
): Promise<void> {
  if (before === null || before === after) return;
  await tx.placeIdentity.updateMany({ where: { placeId }, data: { ownedSince: now } });
}
