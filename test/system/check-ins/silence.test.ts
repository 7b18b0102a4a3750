import { afterEach, expect, test } from '@jest/globals';
import { day, hour, plus } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { openNorthwind, transitionId } from './northwind.ts';

let world: TestWorld;
afterEach(() => world.close());

const first = (): string[] =>
  world
    .seen('northwind-shared')
    .filter(line => !line.edited)
    .map(({ message }) => message);

/** Steady since Easter, every question of the last fortnight answered "all good". */
async function steadyAndContent(): Promise<void> {
  await world.trip(async ({ tx, now }) => {
    await tx.checkIn.deleteMany();
    await tx.transition.updateMany({
      data: { phase: 'steady', phaseSince: plus(now, -7 * day), dueAt: plus(now, hour) },
    });
    await tx.cadence.updateMany({
      data: {
        phase: 'steady',
        rung: '1w',
        toldRung: '1w',
        lastReason: 'the next slot',
        dueAt: plus(now, 2 * hour),
        nextSeq: 100,
      },
    });
    for (let n = 1; n <= 20; n += 1) {
      const at = plus(now, -n * 2 * day);
      const about = { customerId: 'northwind', transitionId };
      await tx.checkIn.create({
        data: {
          ...about,
          id: `c${n}`,
          seq: 100 - n,
          state: 'answered',
          rung: '2d',
          plannedFor: at,
          askedAt: at,
          answeredAt: at,
          answer: 'good',
        },
      });
      const evidence = { id: `e${n}`, key: `e${n}`, kind: 'good', weight: 0, at, note: 'good' };
      await tx.evidence.create({ data: { ...about, ...evidence } });
    }
    // Proposed and declined a little less than four weeks ago.
    await tx.transition.updateMany({ data: { proposedAt: plus(now, -27 * day) } });
  });
}

test('a customer who answered neither the question nor its repeat hears nothing more, not even the proposal to stop', async () => {
  world = await openNorthwind('2026-05-04T08:00:00-04:00');
  await steadyAndContent();
  const before = first().length;
  await world.at('2026-05-22T18:00:00-04:00');
  expect(first().slice(before)).toEqual(['check-in', 'check-in-repeat']);
});
