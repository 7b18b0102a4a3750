import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recordAnswer } from '../../../src/check-ins/answers/record-answer.ts';
import { recordCustomerWords } from '../../../src/check-ins/answers/record-customer-words.ts';
import { askCheckIn } from '../../../src/check-ins/asking/ask-check-in.ts';
import type { Answer } from '../../../src/check-ins/asking/check-in.ts';
import { followSilence } from '../../../src/check-ins/silence/follow-silence.ts';
import { grantWish } from '../../../src/check-ins/wishes/grant-wish.ts';
import type { Wish } from '../../../src/check-ins/wishes/wish.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { Trip } from '../../../src/shared/database.ts';
import { earliest, hour, inZone, minute, plus } from '../../../src/shared/time.ts';
import { moveTransition } from '../../../src/transitions/move-transition.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { northwind, transitionId } from './northwind.ts';

/** Long runs: PROMISE_RUNS=100 npm test -- test/system/check-ins/promises */
const runs = Number(process.env.PROMISE_RUNS ?? 2);

let ports: TestPorts;
beforeAll(async () => {
  ports = await openTestDatabase('2026-03-04T09:00:00-05:00');
});
afterAll(async () => ports.database.close());
beforeEach(async () => emptyDatabase(ports));

const trip = <T>(work: (trip: Trip) => Promise<T>): Promise<T> => ports.database.trip(work);

/** What may happen between two looks of the engine. */
type Deed =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'speak'; readonly tone: 'worried' | 'thanks' | 'neutral' }
  | { readonly kind: 'wish'; readonly wish: Wish };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.integer({ min: 5, max: 4 * 24 * 60 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      answer: fc.constantFrom<Answer>('good', 'fine', 'worried'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('speak' as const),
      tone: fc.constantFrom<'worried' | 'thanks' | 'neutral'>('worried', 'thanks', 'neutral'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wish' as const),
      wish: fc.constantFrom<Wish>(
        { kind: 'less' },
        { kind: 'more' },
        { kind: 'keep' },
        { kind: 'accept' },
        { kind: 'daily-at', time: '08:30' },
        { kind: 'not-before', time: '11:00' },
        { kind: 'stop' },
      ),
    }),
  },
);

/** Everything due until `until`, in the engine's order. */
async function run(until: Date): Promise<void> {
  for (let turns = 0; turns < 5_000; turns += 1) {
    const next = await trip(async ({ tx }) => {
      const moved = await tx.transition.findFirst({
        where: { dueAt: { not: null } },
        orderBy: { dueAt: 'asc' },
      });
      const silent = await tx.checkIn.findFirst({
        where: { dueAt: { not: null } },
        orderBy: { dueAt: 'asc' },
      });
      const due = await tx.cadence.findFirst({
        where: { dueAt: { not: null } },
        orderBy: { dueAt: 'asc' },
      });
      const at = earliest([moved?.dueAt, silent?.dueAt, due?.dueAt]);
      if (moved && moved.dueAt?.getTime() === at?.getTime())
        return { at, work: (t: Trip) => moveTransition(t, moved.id) };
      if (silent && silent.dueAt?.getTime() === at?.getTime())
        return { at, work: (t: Trip) => followSilence(t, silent.id) };
      return { at, work: (t: Trip) => askCheckIn(t, due?.transitionId ?? '') };
    });
    if (!next.at || next.at > until) break;
    if (next.at > ports.clock.now()) ports.clock.moveTo(next.at);
    await trip(next.work);
  }
  ports.clock.moveTo(until);
}

interface Happened {
  readonly at: Date;
  readonly what: 'check-in' | 'check-in-repeat' | 'heard' | 'stop' | 'un-stop';
}

/** Plays the deeds and returns what happened, in order. */
async function play(script: readonly Deed[]): Promise<Happened[]> {
  const heard: Happened[] = [];
  for (const deed of script) {
    const at = ports.clock.now();
    switch (deed.kind) {
      case 'pass':
        await run(plus(at, deed.minutes * minute));
        continue;
      case 'answer': {
        const open = await trip(({ tx }) =>
          tx.checkIn.findFirst({ where: { state: { in: ['asked', 'repeated'] } } }),
        );
        if (!open) continue;
        await trip(t =>
          recordAnswer(t, { checkInId: open.id, personId: 'lead-1', answer: deed.answer }),
        );
        break;
      }
      case 'speak':
        await trip(t =>
          recordCustomerWords(t, {
            customerId: 'northwind',
            personId: 'lead-1',
            tone: deed.tone,
            words: 'words',
          }),
        );
        break;
      case 'wish':
        await trip(t =>
          grantWish(t, { customerId: 'northwind', personId: 'lead-1', wish: deed.wish }),
        );
        if (deed.wish.kind === 'stop') heard.push({ at, what: 'stop' });
        if (['more', 'keep', 'daily-at'].includes(deed.wish.kind))
          heard.push({ at, what: 'un-stop' });
    }
    heard.push({ at, what: 'heard' });
  }
  const messages = await trip(({ tx }) =>
    tx.message.findMany({
      where: { name: { in: ['check-in', 'check-in-repeat'] } },
      orderBy: { seq: 'asc' },
    }),
  );
  const asked = messages.map(({ createdAt, name }) => ({
    at: createdAt,
    what: name as Happened['what'],
  }));
  // What is said and asked at one instant: the words came first.
  return [...heard, ...asked].sort((a, b) => a.at.getTime() - b.at.getTime());
}

const isAsked = ({ what }: Happened): boolean => what === 'check-in' || what === 'check-in-repeat';
const windowUntil = new Date('2026-03-07T06:00:00-05:00');

test('whatever happens: no third message after silence, none after stop, one a day, in humane hours, no slot twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 5, maxLength: 30 }), async script => {
      await emptyDatabase(ports);
      ports.clock.moveTo(new Date('2026-03-04T09:00:00-05:00'));
      await trip(t => importSetup(t, setupFrom(northwind())));
      const happened = await play(script);
      let unanswered = 0;
      let stopped = false;
      const perDay = new Map<string, number>();
      for (const one of happened) {
        if (one.what === 'heard') unanswered = 0;
        if (one.what === 'stop') stopped = true;
        if (one.what === 'un-stop') stopped = false;
        if (!isAsked(one)) continue;
        expect(stopped).toBe(false);
        unanswered += 1;
        const row = await trip(({ tx }) => tx.checkIn.findFirst({ where: { askedAt: one.at } }));
        const isAttempt = one.what === 'check-in' && row?.mayRepeat === false;
        // A single attempt on an expected bad day is the one thing that may follow on silence.
        if (!isAttempt) expect(unanswered).toBeLessThanOrEqual(2);
        if (one.at < windowUntil && one.at >= new Date('2026-03-06T18:00:00-05:00')) continue;
        const local = inZone(one.at, 'America/New_York');
        expect(local.weekday).toBeLessThanOrEqual(5);
        expect(local.hour).toBeGreaterThanOrEqual(8);
        expect(local.hour).toBeLessThan(17);
        if (row?.rung === '4h' || one.what === 'check-in-repeat') continue;
        perDay.set(local.toISODate() ?? '', (perDay.get(local.toISODate() ?? '') ?? 0) + 1);
      }
      const slots = await trip(({ tx }) =>
        tx.checkIn.findMany({ where: { askedAt: { not: null } } }),
      );
      expect(new Set(slots.map(({ plannedFor }) => plannedFor.getTime())).size).toBe(slots.length);
      // Only a promised follow-up or a customer's own wish asks twice on one day.
      for (const count of perDay.values()) expect(count).toBeLessThanOrEqual(2);
    }),
    { numRuns: runs, interruptAfterTimeLimit: 600_000 },
  );
}, 700_000);

test('every look moves its row: nothing stays due, whatever the hour', async () => {
  const start = new Date('2026-03-04T09:00:00-05:00');
  ports.clock.moveTo(start);
  await trip(t => importSetup(t, setupFrom(northwind())));
  for (let hours = 1; hours < 24 * 12; hours += 7) {
    await run(plus(start, hours * hour));
    const now = ports.clock.now();
    const due = await trip(async ({ tx }) => [
      ...(await tx.cadence.findMany({ where: { dueAt: { lte: now } } })),
      ...(await tx.checkIn.findMany({ where: { dueAt: { lte: now } } })),
    ]);
    expect(due).toEqual([]);
    expect(
      (await trip(({ tx }) => tx.cadence.findUniqueOrThrow({ where: { transitionId } }))).phase,
    ).not.toBeNull();
  }
});
