import { describe, expect, test } from '@jest/globals';
import type { Cadence } from '../../../src/check-ins/cadence/cadence.ts';
import { recentWords } from '../../../src/check-ins/cadence/recent-words.ts';
import type { Evidence } from '../../../src/confidence/evidence.ts';
import { sceneAt } from './scene.ts';

const asked = new Date('2026-03-17T10:00:00-04:00');
const due = new Date('2026-03-19T10:00:00-04:00');
const wrote = new Date('2026-03-18T15:00:00-04:00');
/** A week of good answers: the rung of two days is what the model wants as well. */
const calm = [9, 10, 11, 12, 13, 16, 17].map((day): Evidence => {
  const at = new Date(`2026-03-${String(day).padStart(2, '0')}T10:20:00-04:00`);
  return { kind: 'good', weight: 0, at, note: '' };
});

function until(over: Partial<Cadence>, evidence: readonly Evidence[] = []): string | null {
  const cadence = { rung: '2d', lastAskedAt: asked, heardAt: wrote, ...over } as const;
  const scene = sceneAt(due, {
    transition: { phase: 'settling', phaseSince: new Date('2026-03-07T06:00:00-05:00') },
    cadence,
    evidence: [...calm, ...evidence],
  });
  return recentWords(scene, due)?.until.toISOString() ?? null;
}

describe('a customer who has written to us since the last question', () => {
  test('is asked two days after the words, not two days after the question', () => {
    expect(until({})).toBe('2026-03-20T14:00:00.000Z');
  });

  test.each([
    ['before the question', { heardAt: new Date('2026-03-17T09:00:00-04:00') }],
    ['while a manager holds the rhythm', { pinned: true, pinnedRung: '2d' as const }],
    ['and wished for a time of day', { fixedTime: '10:00' }],
    ['and asked for no less than this', { notSlower: '2d' as const }],
  ])('is asked as planned when it was %s', (_, over) => {
    expect(until(over)).toBeNull();
  });

  test('is asked as planned when there was trouble among the words', () => {
    expect(until({}, [{ kind: 'complaint', weight: 1, at: wrote, note: '' }])).toBeNull();
  });

  test('is asked two rungs after the last question at the latest, however much is written', () => {
    const late = new Date('2026-03-23T10:00:00-04:00');
    const scene = sceneAt(late, {
      transition: { phase: 'settling', phaseSince: new Date('2026-03-07T06:00:00-05:00') },
      cadence: { rung: '2d', lastAskedAt: asked, heardAt: new Date('2026-03-20T16:00:00-04:00') },
      evidence: calm,
    });
    expect(recentWords(scene, late)).toBeNull();
  });

  test('is asked as planned on an expected bad day', () => {
    const bad = new Date('2026-03-31T10:00:00-04:00');
    const scene = sceneAt(bad, {
      transition: { phase: 'steady', phaseSince: new Date('2026-03-21T06:00:00-04:00') },
      cadence: {
        rung: '2d',
        lastAskedAt: new Date('2026-03-27T10:00:00-04:00'),
        heardAt: new Date('2026-03-30T16:00:00-04:00'),
      },
      evidence: calm,
    });
    expect(recentWords(scene, bad)).toBeNull();
  });
});
