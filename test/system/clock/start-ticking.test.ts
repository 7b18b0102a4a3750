import { EventEmitter, once } from 'node:events';
import { expect, test } from '@jest/globals';
import { startTicking } from '../../../src/adapters/clock/start-ticking.ts';

test.concurrent('ticks every second, never twice at once, and goes on after a failure', async () => {
  const signals = new EventEmitter();
  const errors: unknown[] = [];
  let underway = 0;
  let most = 0;
  let ticks = 0;
  const stop = startTicking(
    async () => {
      underway += 1;
      most = Math.max(most, underway);
      ticks += 1;
      // Long enough for a second to come while it is underway.
      if (ticks === 1) await new Promise(resolve => setTimeout(resolve, 1_200));
      underway -= 1;
      if (ticks === 1) throw new Error('the first one fails');
      if (ticks === 3) signals.emit('third');
    },
    error => errors.push(error),
  );
  await once(signals, 'third');
  await stop();
  expect(most).toBe(1);
  expect(errors).toHaveLength(1);
});

test.concurrent('stopping waits for the work underway, and nothing ticks after it', async () => {
  const signals = new EventEmitter();
  let ticks = 0;
  let isDone = false;
  const stop = startTicking(
    async () => {
      ticks += 1;
      signals.emit('begun');
      await new Promise(resolve => setTimeout(resolve, 300));
      isDone = true;
    },
    () => {},
  );
  await once(signals, 'begun');
  await stop();
  expect(isDone).toBe(true);
  const before = ticks;
  await new Promise(resolve => setTimeout(resolve, 1_200));
  expect(ticks).toBe(before);
});

test('goes on within seconds when the system clock is set back an hour', async () => {
  const real = globalThis.Date;
  let behindMs = 0;
  class ShiftedDate extends real {
    constructor(...parts: [] | [number]) {
      super(parts[0] ?? real.now() - behindMs);
    }
    static override now(): number {
      return real.now() - behindMs;
    }
  }
  const signals = new EventEmitter();
  let ticks = 0;
  globalThis.Date = ShiftedDate as DateConstructor;
  const stop = startTicking(
    async () => {
      ticks += 1;
      if (ticks === 2) behindMs = 3_600_000;
      if (ticks === 5) signals.emit('fifth');
    },
    () => {},
  );
  try {
    await once(signals, 'fifth');
  } finally {
    await stop();
    globalThis.Date = real;
  }
  expect(ticks).toBe(5);
});
