import { shared, type Text } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { listSharedEvents } from '../timeline/list-events.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import { listMilestones } from '../transitions/list-milestones.ts';
import type { Period } from '../understanding/times/period.ts';
import type { Asking } from '../understanding/times/reckon.ts';
import { askForNews } from './ask-for-news.ts';
import { getSituation } from './get-situation.ts';
import { isTelling, withoutBegun } from './situation.ts';
import { asOfText, staleText } from './situation-card.ts';
import { personAction } from './text.ts';
import { type KnownSense, type TimeQuestion, timeQuestion } from './time-question.ts';
import {
  checkInTexts,
  finishTexts,
  happenedTexts,
  isAboutNow,
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
  /** Known of the text already, where it is. */
  readonly sense?: KnownSense;
  /** Who asks and where, to be told when news comes; left out, nobody waits. */
  readonly asker?: {
    readonly personId: string | null;
    readonly placeId: string | null;
    readonly threadOf: string | null;
  };
}

const factsShown = 10;
const factsRead = 60;

/**
 * Answers a question with a time in it ("overnight?", "when is cutover?", "did the backup finish?") from
 * shared facts and the plan; null when the text is no such question. Asks for news when the answer
 * hangs on what is happening now and the news is old.
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
  const question = timeQuestion(text, plan, { now, timeZone, sense: about.sense });
  if (!question) return null;
  const situation = await getSituation(trip, customerId);
  const timed = { transitions, milestones, situation, now };
  const body = await bodyOf(trip, { question, timed }, { now, timeZone });
  return sharedCard('answer', customerId, {
    body: [...body, ...(await stalenessOf(trip, about, { question, timed }))],
    actions: [personAction(customerId)],
    foot: asOfText(situation.freshness),
  });
}

interface Asked {
  readonly question: TimeQuestion;
  readonly timed: Timed;
}

async function bodyOf(
  trip: Trip,
  { question, timed }: Asked,
  asking: Asking,
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
      return happenedTexts(await listFacts(trip, timed, question), question, asking);
    case 'moment': {
      const facts = await listFacts(trip, timed, momentSpan(question.at));
      return momentTexts(timed, question.at, facts.shown);
    }
  }
}

/** The honest sentence about old news, and the request for newer, where the answer hangs on it. */
async function stalenessOf(
  trip: Trip,
  { customerId, asker }: AboutTime,
  { question, timed }: Asked,
): Promise<readonly Text<'shared'>[]> {
  const { freshness } = timed.situation;
  if (freshness.kind === 'fresh' || !isAboutNow(timed, question)) return [];
  const waits = asker?.placeId || asker?.personId ? { ...asker, askedAt: trip.now } : null;
  const asked = await askForNews(trip, { customerId, asker: waits, last: freshness.last });
  return [shared`${staleText(freshness, asked, trip.now)}`];
}

async function findNextCheckIn({ tx, now }: Trip, { transitions }: Timed): Promise<Date | null> {
  const row = await tx.cadence.findFirst({
    where: { transitionId: { in: transitions.map(({ id }) => id) }, dueAt: { gt: now } },
    orderBy: { dueAt: 'asc' },
  });
  return row?.dueAt ?? null;
}

async function listFacts(trip: Trip, { situation }: Timed, { from, until }: Period) {
  const { customerId } = situation;
  const end = until < trip.now ? plus(until, -1) : trip.now;
  const events = await listSharedEvents(trip, customerId, {
    since: from,
    until: end,
    limit: factsRead,
  });
  const telling = withoutBegun(events.filter(isTelling));
  const earlier =
    telling.length > 0
      ? []
      : await listSharedEvents(trip, customerId, { until: plus(from, -1), limit: factsShown });
  const shown = telling.slice(0, factsShown).reverse();
  return { shown, more: telling.length - shown.length, before: earlier.find(isTelling) ?? null };
}
