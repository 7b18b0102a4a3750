import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { settleReference } from '../../../surveys/settle-reference.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { Ask } from './ask.ts';

const revoking =
  /\b(?:no longer|not|don['’]t|stop|take)\b[^.!?]*\breferences?\b|\bkeine? referenz\b|\bplus (?:de|une) référence\b|\bya no\b[^.!?]*\breferencia\b|\bnão\b[^.!?]*\breferência\b/i;

/** "Don't use me as a reference any more": a yes taken back. Null when it is nothing of that, or there was none. */
export async function takeReferenceBack(
  trip: Trip,
  { person, text, customer }: Ask,
): Promise<Reply[] | null> {
  if (!person || !revoking.test(text)) return null;
  const isBack = await settleReference(trip, { personId: person.id, answer: 'revoked' });
  return isBack ? [answer(customer.id, shared`All right, nobody will ask you.`)] : null;
}
