import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { openTask } from '../tasks/open-task.ts';
import { planNextSurvey } from './plan-next-survey.ts';
import type { Survey } from './stored-survey.ts';
import { isLow } from './survey.ts';

/** An answer with its words, or without them when none came: a low score is the advocate's to do something about. */
export async function finishSurvey(trip: Trip, survey: Survey): Promise<void> {
  const { tx } = trip;
  const { id, customerId, kind, score, words, personId } = survey;
  await tx.survey.update({ where: { id }, data: { state: 'done', dueAt: null } });
  await planNextSurvey(trip, survey);
  const customer = await findCustomer(tx, customerId);
  if (score === null || !isLow(kind, score) || !customer) return;
  const advocate = await findAdvocate(trip, customer);
  const person = await findPerson(tx, personId);
  if (!advocate) return;
  const said = words ? `: "${words}"` : ', without a word why';
  await openTask(trip, {
    key: `survey:${id}`,
    customerId,
    kind: 'survey',
    text: `${person?.name ?? 'Somebody'} gave ${score} of ${kind === 'csat' ? 5 : 10}${said}. A call is worth more than a message.`,
    assigneeId: advocate.id,
  });
}
