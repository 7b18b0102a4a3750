import { findPerson } from '../../customers/find-person.ts';
import type { Json, Trip } from '../../shared/database.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { type Step, standingWith } from '../ladder/chase.ts';
import type { Escalation } from '../ladder/escalation.ts';
import type { Roster } from '../ladder/roster.ts';
import type { Page } from '../page/page.ts';
import { alarmAtStep } from './alarm-at-step.ts';
import { planCalls } from './plan-calls.ts';
import { whomWords } from './whom-words.ts';

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
      ...standingWith(step, now),
      ...(policy ? { policy: policy as unknown as Json } : {}),
    },
  });
  await planCalls(trip, { page, position: step.position, calls: step.calls });
  await alarmAtStep(trip, { page, roster, step });
  const isFirstCall = page.levelSince === null;
  if (step.kind === 'fallback' || isFirstCall) return;
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.escalated',
    visibility: 'internal',
    text: `${await standing(trip, page)}: ${whomWords(step, { roster, now })}, level ${level + 1} of ${page.policy.levels.length}.`,
    data: { pageId: page.id, level, round },
  });
}

/** How the page stands as somebody else is called: never taken, or taken by somebody who fell silent or gave it up. */
async function standing({ tx }: Trip, { ownerId, staleAsks }: Page): Promise<string> {
  if (ownerId === null) return 'Nobody has the page yet';
  if (staleAsks === 0) return 'Nobody has the page now';
  const owner = await findPerson(tx, ownerId);
  return `No word from ${owner?.name ?? 'whoever had the page'}`;
}
