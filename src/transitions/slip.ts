import { shared, type Text, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import type { SharedWords } from '../timeline/event.ts';
import { openly } from '../timeline/event.ts';
import type { Milestone, MilestoneState } from './milestone.ts';
import type { PlanMove } from './replan.ts';

/** A step that is rolled back or moved more often than this is told in the last message about it. */
const mostNews = 9;

/** The message about one late step; starting late and finishing late are two. */
export function slipKey({ id, startedAt }: Pick<Milestone, 'id' | 'startedAt'>): string {
  return `slip:${id}:${startedAt ? 'finish' : 'start'}`;
}

/** The message about a roll-back, which is news of its own; `n` is one more than the messages about the step so far. */
export function rollBackKey({ id }: Pick<Milestone, 'id'>, n: number): string {
  return `slip:${id}:rolled-back:${Math.min(n, mostNews)}`;
}

/** The message about a step that was given a new time; `n` is one more than the messages about the step so far. */
export function movedKey({ id }: Pick<Milestone, 'id'>, n: number): string {
  return `slip:${id}:moved:${Math.min(n, mostNews)}`;
}

/** Every key under which a step that left its plan may have been told. */
export function slipKeys({ id }: Pick<Milestone, 'id'>): string[] {
  const rollBacks = Array.from({ length: mostNews }, (_, index) => rollBackKey({ id }, index + 1));
  const moves = rollBacks.map((_, index) => movedKey({ id }, index + 1));
  return [`slip:${id}:start`, `slip:${id}:finish`, ...rollBacks, ...moves];
}

const marks: Readonly<Record<MilestoneState, Text<'shared'>>> = {
  planned: shared`⏳`,
  underway: shared`⏳`,
  late: shared`⏳`,
  done: shared`✅`,
  cancelled: shared`⚠️`,
  'rolled-back': shared`⚠️`,
};

/** What the customer reads of a step that left its plan. */
export interface Slip {
  readonly state: MilestoneState;
  /** What became of it, in a sentence or two. */
  readonly words: Text<'shared'>;
  /** Who knows of it. */
  readonly knower: SharedWords | null;
}

/** The message while the step is still on its way: the fact, who knows of it, and that the message follows it. */
export function slipCard(customerId: string, { state, words: fact, knower }: Slip): Card<'shared'> {
  const known = knower ? shared`${words(knower)} knows. ` : shared``;
  return sharedCard('slip', customerId, {
    body: [
      shared`${marks[state]} ${fact}`,
      shared`${known}I'll change this message as soon as it moves.`,
    ],
    actions: [{ id: 'page.raise', label: 'Get a person', subject: customerId }],
    foot: shared`Type page to get a person, at any hour.`,
  });
}

/** The message about a new time: why, and each step that moves with its old and its new time. */
export function movedSlipCard(
  customerId: string,
  { words: fact, knower }: Omit<Slip, 'state'>,
  moves: readonly PlanMove[],
): Card<'shared'> {
  const card = slipCard(customerId, { state: 'late', words: fact, knower });
  return { ...card, body: [...card.body, ...moves.map(moveText)] };
}

/** "Copy the balances: until 23:00 → Sat 01:00" for a step that has begun or only ends later; the beginning of one that begins later. */
function moveText({ milestone, from, until }: PlanMove): Text<'shared'> {
  const { plannedFrom, plannedUntil } = milestone;
  const name = words(openly(milestone.name));
  if (from.getTime() === plannedFrom.getTime())
    return shared`${name}: until ${time(plannedUntil)} → ${time(until)}`;
  return shared`${name}: ${time(plannedFrom)} → ${time(from)}`;
}

/** The message once it is over, or once a newer one follows the step. */
export function settledSlipCard(
  customerId: string,
  { state, words: fact }: Omit<Slip, 'knower'>,
): Card<'shared'> {
  return sharedCard('slip', customerId, {
    body: [shared`${marks[state]} ${fact}`],
    foot: shared`Type page to get a person, at any hour.`,
  });
}

/** Does the step go on from here by itself? What is done or cancelled does not; rolled back, it waits for a new plan. */
export function isOnItsWay(state: MilestoneState): boolean {
  return state !== 'done' && state !== 'cancelled';
}
