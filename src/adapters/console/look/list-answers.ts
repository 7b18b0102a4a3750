import { type Card, cardFrom } from '../../../delivery/card.ts';
import type { Trip } from '../../../shared/database.ts';
import { saidAs } from './said.ts';

/** A message of ours to somebody, with what its buttons need. */
export interface Answer {
  readonly messageId: string;
  readonly card: Card;
}

/** What Handrail answered to this person's words, as it stands now; what was said by somebody else is not there. */
export async function listAnswers(
  { tx }: Pick<Trip, 'tx'>,
  { said, personId }: { readonly said: string; readonly personId: string },
): Promise<Answer[]> {
  const rows = await tx.message.findMany({
    where: { key: { startsWith: `reply:${saidAs(said)}:` }, toPersonId: personId },
    orderBy: { seq: 'asc' },
    take: 20,
  });
  return rows.map(({ id, card }) => ({ messageId: id, card: cardFrom(card) }));
}
