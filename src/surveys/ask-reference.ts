import { findPerson } from '../customers/find-person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { loadScene } from './load-scene.ts';
import { mayBeReference } from './may-be-reference.ts';
import { unpromptedVerdict } from './moment.ts';
import type { Survey } from './stored-survey.ts';
import { surveyPolicy } from './survey.ts';
import { referenceCard } from './survey-card.ts';

/**
 * Asks somebody who gave one of the best scores, and said nothing more, whether others may ask them: alone, once, and only
 * where nothing else is asked of their company that day. Whoever was asked meanwhile is not asked again.
 */
export async function askReference(trip: Trip, survey: Survey): Promise<void> {
  const { tx, now } = trip;
  const { id, customerId, personId, plannedAt } = survey;
  const where = { id };
  const scene = await loadScene(trip, { customerId, plannedAt, keeps: surveyPolicy.npsKeeps });
  const person = await findPerson(tx, personId);
  const verdict = scene && unpromptedVerdict(scene, now);
  const isOff = !verdict || verdict.kind === 'drop' || !person?.active;
  if (isOff || !(await mayBeReference(trip, survey))) {
    await tx.survey.update({ where, data: { reference: null, dueAt: null } });
    return;
  }
  if (verdict.kind === 'wait') {
    await tx.survey.update({ where, data: { dueAt: verdict.until } });
    return;
  }
  const data = { reference: 'asked', referenceAt: now, dueAt: null };
  await tx.survey.update({ where, data });
  await sendMessage(trip, {
    key: `reference:${id}`,
    lane: 'check-ins',
    to: { personId },
    card: referenceCard({ id, customerId }),
  });
}
