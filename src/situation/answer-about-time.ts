import type { Text } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { listSharedEvents } from '../timeline/list-events.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import { getSituation } from './get-situation.ts';
import type { Period } from './period.ts';
import { isTelling } from './situation.ts';
import { asOfText } from './situation-card.ts';
import { personAction } from './text.ts';
import { type TimeQuestion, timeQuestion } from './time-question.ts';
import {
  checkInTexts,
  finishTexts,
  happenedTexts,
  momentSpan,
  momentTexts,
  nextTexts,
  onTimeTexts,
  plannedTexts,
  startTexts,
  stepTexts,
  type Timed,
} from './time-text.ts';

export interface AboutTime {
  readonly customerId: string;
  readonly text: string;
  /** The asker's own zone: "this morning" is theirs. */
  readonly timeZone: string;
}

const factsShown = 8;
const factsRead = 60;

/**
 * Answers a question with a time in it ("overnight?", "when is cutover?", "did the backup finish?") from
 * shared facts and the plan; null when the text is no such question.
 */
export async function answerAboutTime(
  trip: Trip,
  about: AboutTime,
): Promise<Card<'shared'> | null> {
  const { tx, now } = trip;
  const { customerId, text, timeZone } = about;
  const transitions = await findCurrentTransitions(tx, customerId, now);
  const milestones = await listMilestones(
    tx,
    transitions.map(({ id }) => id),
  );
  const plan = {
    stepNames: milestones.map(({ name }) => name),
    transitionNames: transitions.map(({ name }) => name),
  };
  const question = timeQuestion(text, plan, { now, timeZone });
  if (!question) return null;
  const situation = await getSituation(trip, customerId);
  const body = await bodyOf(trip, customerId, {
    question,
    timed: { transitions, milestones, situation, now },
  });
  return sharedCard('answer', customerId, {
    body,
    actions: [personAction(customerId)],
    foot: asOfText(situation.freshness),
  });
}

async function bodyOf(
  trip: Trip,
  customerId: string,
  { question, timed }: { readonly question: TimeQuestion; readonly timed: Timed },
): Promise<readonly Text<'shared'>[]> {
  switch (question.kind) {
    case 'steps':
      return stepTexts(timed, question.steps);
    case 'start':
      return startTexts(timed);
    case 'finish':
      return finishTexts(timed);
    case 'next':
      return nextTexts(timed);
    case 'on-time':
      return onTimeTexts(timed);
    case 'check-in':
      return checkInTexts(await findNextCheckIn(trip, timed));
    case 'planned':
      return plannedTexts(timed, question);
    case 'happened':
      return happenedTexts(await listFacts(trip, customerId, question), question, timed.now);
    case 'moment': {
      const facts = await listFacts(trip, customerId, momentSpan(question.at));
      return momentTexts(timed, question.at, facts.shown);
    }
  }
}

async function findNextCheckIn({ tx, now }: Trip, { transitions }: Timed): Promise<Date | null> {
  const row = await tx.cadence.findFirst({
    where: { transitionId: { in: transitions.map(({ id }) => id) }, dueAt: { gt: now } },
    orderBy: { dueAt: 'asc' },
  });
  return row?.dueAt ?? null;
}

async function listFacts({ tx, now }: Trip, customerId: string, { from, until }: Period) {
  const end = until < now ? plus(until, -1) : now;
  const events = await listSharedEvents(tx, customerId, {
    since: from,
    until: end,
    limit: factsRead,
  });
  const telling = events.filter(isTelling);
  const [before] =
    telling.length > 0
      ? []
      : (await listSharedEvents(tx, customerId, { until: from, limit: factsShown })).filter(
          isTelling,
        );
  const shown = telling.slice(0, factsShown).reverse();
  return { shown, more: telling.length - shown.length, before: before ?? null };
}
