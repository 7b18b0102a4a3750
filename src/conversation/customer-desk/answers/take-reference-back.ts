import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { settleReference } from '../../../surveys/settle-reference.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { isReferenceRefused } from '../../words/reference-words.ts';
import type { Ask } from './ask.ts';

/** "Don't use me as a reference any more": a yes taken back. Null when it is nothing of that, or there was none. */
export async function takeReferenceBack(
  trip: Trip,
  { person, text, customer }: Ask,
): Promise<Reply[] | null> {
  if (!person || !isReferenceRefused(text)) return null;
  const isBack = await settleReference(trip, { personId: person.id, answer: 'revoked' });
  return isBack ? [answer(customer.id, shared`All right, nobody will ask you.`)] : null;
}
