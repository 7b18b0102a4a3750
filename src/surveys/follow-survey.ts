import { findPerson } from '../customers/find-person.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askReference } from './ask-reference.ts';
import { finishSurvey } from './finish-survey.ts';
import { loadScene } from './load-scene.ts';
import { mayBeReference } from './may-be-reference.ts';
import { unpromptedVerdict } from './moment.ts';
import { planNextSurvey } from './plan-next-survey.ts';
import { type Survey, surveyFrom } from './stored-survey.ts';
import { keepsOf, surveyPolicy } from './survey.ts';
import { surveyCard } from './survey-card.ts';

/** Engine handler: asks at the moment there is, ends what nobody answered, and passes on what was answered. */
export async function followSurvey(trip: Trip, id: string): Promise<void> {
  const survey = surveyFrom(await trip.tx.survey.findUniqueOrThrow({ where: { id } }));
  switch (survey.state) {
    case 'planned':
      return askOrWait(trip, survey);
    case 'asked':
      await trip.tx.survey.update({ where: { id }, data: { state: 'silent', dueAt: null } });
      return planNextSurvey(trip, survey);
    case 'scored':
      await finishSurvey(trip, survey);
      return planReference(trip, survey);
    case 'done':
      return askReference(trip, survey);
    case 'silent':
    case 'dropped':
      await trip.tx.survey.update({ where: { id }, data: { dueAt: null } });
  }
}

/** No word followed a best score: whether others may ask them waits for a day of its own. */
async function planReference(trip: Trip, survey: Survey): Promise<void> {
  if (!(await mayBeReference(trip, survey))) return;
  const data = { reference: 'planned', dueAt: plus(trip.now, day) };
  await trip.tx.survey.update({ where: { id: survey.id }, data });
}

async function askOrWait(trip: Trip, survey: Survey): Promise<void> {
  const { tx, now } = trip;
  const where = { id: survey.id };
  const scene = await loadScene(trip, { ...survey, keeps: keepsOf(survey.kind) });
  const person = await findPerson(tx, survey.personId);
  if (!scene || !person?.active) {
    await tx.survey.update({ where, data: { state: 'dropped', dueAt: null } });
    return;
  }
  const verdict = unpromptedVerdict(scene, now);
  if (verdict.kind === 'wait') {
    await tx.survey.update({ where, data: { dueAt: verdict.until, reason: verdict.reason } });
    return;
  }
  if (verdict.kind === 'drop') {
    const data = { state: 'dropped', dueAt: null, reason: verdict.reason };
    await tx.survey.update({ where, data });
    return planNextSurvey(trip, survey);
  }
  await ask(trip, survey, person);
}

async function ask(
  trip: Trip,
  survey: Survey,
  person: { readonly id: string; readonly name: string },
): Promise<void> {
  const { tx, now } = trip;
  const { id, customerId, kind } = survey;
  const place = await findSharedPlace(tx, customerId);
  if (!place) return;
  await sendMessage(trip, {
    key: `survey:${id}`,
    lane: 'check-ins',
    to: { placeId: place.id },
    card: surveyCard({ id, customerId, kind, person, about: await findAbout(trip, survey) }),
  });
  const dueAt = plus(now, surveyPolicy.answerableFor);
  const data = { state: 'asked', askedAt: now, dueAt, reason: null };
  await tx.survey.update({ where: { id }, data });
  await recordEvent(trip, {
    customerId,
    kind: 'survey.asked',
    visibility: 'internal',
    text: `Asked ${person.name} ${kind === 'csat' ? 'how well it was solved' : 'whether they would recommend us'}.`,
    data: { surveyId: id },
  });
}

/** When it was that they called us; what is about no call is about the day it was planned for. */
async function findAbout({ tx }: Trip, { key, kind, plannedAt }: Survey): Promise<Date> {
  const page = await tx.page.findUnique({ where: { id: key.slice(`${kind}:`.length) } });
  return page?.raisedAt ?? plannedAt;
}
