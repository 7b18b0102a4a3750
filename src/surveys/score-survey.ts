import { findAdvocate } from '../customers/find-advocate.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { minute, plus } from '../shared/time.ts';
import { personFoot } from '../situation/text.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { surveyFrom } from './stored-survey.ts';
import { isLow } from './survey.ts';
import { answeredCard, reasonText } from './survey-card.ts';

/** How long their words are waited for before the score goes on without them. */
const wordsWithin = 15 * minute;

/** Keeps a score, and asks for the reason; null when it was answered before. */
export async function scoreSurvey(
  trip: Trip,
  { surveyId, score }: { readonly surveyId: string; readonly score: number },
): Promise<Card<'shared'> | null> {
  const { tx, now } = trip;
  const data = { state: 'scored', score, answeredAt: now, dueAt: plus(now, wordsWithin) };
  const { count } = await tx.survey.updateMany({ where: { id: surveyId, state: 'asked' }, data });
  if (count === 0) return null;
  const survey = surveyFrom(await tx.survey.findUniqueOrThrow({ where: { id: surveyId } }));
  const { id, customerId, kind, plannedAt, personId } = survey;
  const person = await findPerson(tx, personId);
  const name = person?.name ?? 'The customer';
  const asking = { id, customerId, kind, person: { id: personId, name }, about: plannedAt };
  await editMessage(trip, `survey:${id}`, answeredCard(asking));
  await recordEvent(trip, {
    customerId,
    kind: 'survey.answered',
    visibility: 'internal',
    text: `${name} gave ${score} of ${kind === 'csat' ? 5 : 10}.`,
    authorId: personId,
    data: { surveyId: id },
  });
  const advocate = await findAdvocate(trip, await getCustomer(tx, customerId));
  return sharedCard('answer', customerId, {
    body: reasonText(advocate?.name ?? null, isLow(kind, score) ? 'badly' : 'well'),
    foot: personFoot,
  });
}
