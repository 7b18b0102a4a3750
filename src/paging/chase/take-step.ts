import { findPerson } from '../../customers/find-person.ts';
import type { Json, Trip } from '../../shared/database.ts';
import { instantText } from '../../shared/instant-text.ts';
import { earliest } from '../../shared/time.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import type { Step } from '../ladder/chase.ts';
import type { Escalation } from '../ladder/escalation.ts';
import { nameOf, type Roster } from '../ladder/roster.ts';
import type { Page } from '../page/page.ts';
import { listed, peopleOf } from '../show/page-view.ts';
import { planCalls } from './plan-calls.ts';
import { soundAlarm } from './sound-alarm.ts';

export interface StepToTake {
  readonly page: Page;
  readonly roster: Roster;
  readonly step: Step;
  /** The page's own copy of its policy, where the chase begins anew. */
  readonly policy?: Escalation;
}

/** Moves the chase: the page stands at the step's position with nobody's name on it, and its calls are planned. */
export async function takeStep(
  trip: Trip,
  { page, roster, step, policy }: StepToTake,
): Promise<void> {
  const { tx, now } = trip;
  const { level, round } = step.position;
  await tx.page.update({
    where: { id: page.id },
    data: {
      state: 'open',
      ownerId: null,
      level,
      round,
      levelSince: now,
      dueAt: step.dueAt,
      ...(policy ? { policy: policy as unknown as Json } : {}),
    },
  });
  await planCalls(trip, { page, position: step.position, calls: step.calls });
  const whom = whomWords(step, { roster, now });
  const isFirstFallback = step.kind === 'fallback' && step.fallbackCalls === 0;
  if (isFirstFallback && !page.policy.isGentle) await soundAlarm(trip, { page, round, whom });
  const isFirstCall = page.levelSince === null;
  if (step.kind === 'fallback' || isFirstCall) return;
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.escalated',
    visibility: 'internal',
    text: `${await standing(trip, page)}: ${whom}, level ${level + 1} of ${page.policy.levels.length}.`,
    data: { pageId: page.id, level, round },
  });
}

/** "calling Maya and Tom", or when somebody is called who is not to be woken. */
function whomWords(
  { calls }: Step,
  { roster, now }: { readonly roster: Roster; readonly now: Date },
): string {
  const names = listed(peopleOf(calls, now).map(id => nameOf(id, roster)));
  const first = earliest(calls.map(({ dueAt }) => dueAt));
  if (!first) return 'nobody can be reached right now';
  return first > now ? `${names} is called at ${instantText(first)}` : `calling ${names}`;
}

/** How the page stands as somebody else is called: never taken, or taken by somebody who fell silent or gave it up. */
async function standing({ tx }: Trip, { ownerId, staleAsks }: Page): Promise<string> {
  if (ownerId === null) return 'Nobody has the page yet';
  if (staleAsks === 0) return 'Nobody has the page now';
  const owner = await findPerson(tx, ownerId);
  return `No word from ${owner?.name ?? 'whoever had the page'}`;
}
