import type { Tx } from '../../../shared/database.ts';
import { day, hour, isBefore, minute, plus } from '../../../shared/time.ts';
import { findCurrentTransition } from '../../../transitions/find-transition.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { Practice } from '../room/room-parts.ts';
import { advance, nextMoment } from './advance.ts';

/** How far the clock may be moved with one press. */
export const leaps = ['15m', '1h', '1d', 'next', 'window'] as const;
export type Leap = (typeof leaps)[number];

const spans: Readonly<Partial<Record<Leap, number>>> = {
  '15m': 15 * minute,
  '1h': hour,
  '1d': day,
};

/** The next thing may be far off, but not further than this. */
const furthest = 30 * day;
const beforeWindow = 10 * minute;

export interface Forward {
  readonly by: Leap;
  readonly customerId: string;
  /** Told at every stop on the way. */
  readonly onStep: () => Promise<void>;
}

/** Moves the practice clock on through everything that becomes due on the way. Says whether anything was there to move to. */
export async function fastForward(practice: Practice, forward: Forward): Promise<boolean> {
  const { world, clock } = practice;
  const span = spans[forward.by];
  await world.engine.runUntilIdle();
  if (span !== undefined) {
    await advance(practice, plus(clock.now(), span), forward.onStep);
    return true;
  }
  if (forward.by === 'next') return toNextThing(practice, forward);
  const begins = await findBegin(practice, forward.customerId);
  if (!begins) return false;
  await advance(practice, begins, forward.onStep);
  return true;
}

/** On until something can be seen about this customer: a message, an edit, a fact. */
async function toNextThing(practice: Practice, forward: Forward): Promise<boolean> {
  const { customerId, onStep } = forward;
  const { clock } = practice;
  const { client } = practice.world.ports.database;
  const limit = plus(clock.now(), furthest);
  const before = await traceOf(client, customerId);
  for (;;) {
    const due = await nextMoment(practice);
    if (!due || isBefore(limit, due)) return false;
    await advance(practice, due, onStep);
    if ((await traceOf(client, customerId)) !== before) return true;
  }
}

async function traceOf(tx: Tx, customerId: string): Promise<string> {
  const [trace] = await tx.$queryRaw<{ trace: string }[]>`
    SELECT concat(
      (SELECT sum(revision) FROM message WHERE "customerId" = ${customerId}), ' ',
      (SELECT count(*) FROM event WHERE "customerId" = ${customerId})) AS trace`;
  return trace?.trace ?? '';
}

async function findBegin({ world, clock }: Practice, customerId: string): Promise<Date | null> {
  const now = clock.now();
  const transition = await findCurrentTransition(world.ports.database.client, customerId, now);
  if (!transition) return null;
  const begins = plus(transition.windowFrom, -beforeWindow);
  return isBefore(now, begins) ? begins : null;
}

/** What a second press is told while the clock is moving. */
export function stillMoving(): HttpProblem {
  return new HttpProblem(
    [409, 'still-moving'],
    'The clock is still moving. Try again in a moment.',
  );
}
