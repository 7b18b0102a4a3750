import { describe, expect, test } from '@jest/globals';
import type { Rung } from '../../../src/check-ins/cadence/cadence.ts';
import type { Scene } from '../../../src/check-ins/cadence/scene.ts';
import { isUnsettled, nextSlot } from '../../../src/check-ins/cadence/slot.ts';
import { nextRung, type StepCause } from '../../../src/check-ins/cadence/step.ts';
import type { Evidence } from '../../../src/confidence/evidence.ts';
import { inZone, minute, plus } from '../../../src/shared/time.ts';
import { sceneAt } from './scene.ts';

interface Point {
  readonly day: string;
  readonly confidence: number;
  readonly rung: Rung;
  readonly isAsked: boolean;
}

function stepped(scene: Scene, now: Date, occasion: StepCause): Rung {
  const { cadence, transition, assessment } = scene;
  return nextRung(
    {
      cadence,
      phase: transition.phase,
      rate: assessment.rate,
      isUnsettled: isUnsettled(scene, now),
    },
    occasion,
  );
}

/** Answers "good" at 10:20 whenever asked, for six weeks after the window of Saturday 7 March. */
function contentCurve(): Point[] {
  const points: Point[] = [];
  const evidence: Evidence[] = [];
  let rung: Rung = '1d';
  let due = new Date('2026-03-09T10:00:00-04:00');
  for (let days = 0; days < 44; days += 1) {
    const local = inZone(new Date('2026-03-09T10:00:00-04:00'), 'America/New_York').plus({ days });
    if (local.weekday > 5) continue;
    const now = local.toJSDate();
    const phase = days < 12 ? ('settling' as const) : ('steady' as const);
    const scene = (at: Date) => sceneAt(at, { transition: { phase }, cadence: { rung }, evidence });
    const { confidence } = scene(now).assessment;
    const isAsked = due <= now;
    if (isAsked) {
      rung = stepped(scene(now), now, 'time');
      const answeredAt = plus(now, 20 * minute);
      evidence.push({ kind: 'good', weight: 0, at: answeredAt, note: '' });
      rung = stepped(scene(answeredAt), answeredAt, 'answered');
      due = nextSlot(scene(answeredAt), answeredAt) ?? due;
    }
    points.push({ day: local.toFormat('ccc d LLL'), confidence, rung, isAsked });
  }
  return points;
}

describe('a customer who always answers "good" ', () => {
  const curve = contentCurve();
  const on = (day: string): Point => {
    const point = curve.find(one => one.day === day);
    if (!point) throw new Error(`The curve has no ${day}.`);
    return point;
  };

  test.each([
    ['Mon 9 Mar', 0.15, '1d', 'the first working day'],
    ['Thu 12 Mar', 0.5, '1d', 'in the first week'],
    ['Mon 16 Mar', 0.65, '2d', 'after a week'],
    ['Fri 20 Mar', 0.77, '2d', 'after two'],
    ['Thu 26 Mar', 0.5, '2d', 'before month-end'],
    ['Mon 30 Mar', 0.6, '1d', 'in it'],
    ['Thu 2 Apr', 0.89, '2d', 'after it'],
    ['Mon 6 Apr', 0.9, '1w', 'in week five'],
  ] as [string, number, Rung, string][])('%s: %d, %s (%s)', (day, confidence, rung) => {
    expect(on(day).confidence).toBeCloseTo(confidence, 1);
    expect(on(day).rung).toBe(rung);
  });

  test('is asked 16 times in six and a half weeks', () => {
    expect(curve.filter(({ isAsked }) => isAsked)).toHaveLength(16);
  });

  test('the whole curve, for the reader of this test', () => {
    const lines = curve.map(({ day, confidence, rung, isAsked }) => {
      return `${day.padEnd(11)} ${confidence.toFixed(2)} ${rung}${isAsked ? '  asked' : ''}`;
    });
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(lines).toHaveLength(32);
  });
});
