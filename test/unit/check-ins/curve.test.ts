import { describe, expect, test } from '@jest/globals';
import type { Rung } from '../../../src/check-ins/cadence.ts';
import { checkInPolicy } from '../../../src/check-ins/policy.ts';
import { nextRung } from '../../../src/check-ins/step.ts';
import { confidenceAt, factorOf, rateAt, standingAt } from '../../../src/confidence/confidence.ts';
import type { Evidence } from '../../../src/confidence/evidence.ts';
import { outlookOf } from '../../../src/confidence/outlook.ts';
import { confidencePolicy } from '../../../src/confidence/policy.ts';
import { inZone } from '../../../src/shared/time.ts';

const customer = {
  timeZone: 'America/New_York',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
};
const windowFrom = new Date('2026-03-06T18:00:00-05:00');
const windowUntil = new Date('2026-03-07T06:00:00-05:00');

interface Point {
  day: string;
  confidence: number;
  rung: Rung;
}

/** A customer who answers "good" at 10:20 whenever asked, by day rungs, for six weeks after a Friday-night go-live. */
function contentCurve(): Point[] {
  const points: Point[] = [];
  const evidence: Evidence[] = [];
  let rung: Rung = '1d';
  let next = 0;
  for (let day = 0, working = 0; day < 45; day += 1) {
    const local = inZone(windowUntil, customer.timeZone)
      .startOf('day')
      .plus({ days: day, hours: 10 });
    if (local.weekday > 5) continue;
    const now = local.toJSDate();
    const outlook = outlookOf(
      { kind: 'go-live', windowFrom, windowUntil, isLive: false },
      customer,
      { from: windowFrom, until: now, now },
    );
    const phase = day < 14 ? ('settling' as const) : ('steady' as const);
    const cadence = {
      rung,
      closeness: 0.5,
      pinned: false,
      boundMin: null,
      boundMax: null,
      notQuicker: null,
      notSlower: null,
    };
    const look = () => {
      const standing = standingAt(outlook, evidence, now);
      const factor = factorOf(standing).mean;
      const rate = rateAt(outlook, now, { factor, hours: confidencePolicy.nearHours });
      return { confidence: confidenceAt(outlook, standing, now), rate };
    };
    const quick = nextRung({ cadence, phase, rate: look().rate }, 'time');
    const isBefore =
      next - checkInPolicy.rungDays[rung as '1d'] + (checkInPolicy.rungDays[quick as '1d'] ?? 0.5);
    points.push({ day: local.toFormat('ccc d LLL'), confidence: look().confidence, rung });
    if (working >= Math.min(next, isBefore)) {
      rung = quick;
      evidence.push({
        kind: 'good',
        weight: 0,
        at: new Date(now.getTime() + 20 * 60_000),
        note: '',
      });
      const later = standingAt(outlook, evidence, new Date(now.getTime() + 21 * 60_000));
      const rate = rateAt(outlook, now, {
        factor: factorOf(later).mean,
        hours: confidencePolicy.nearHours,
      });
      rung = nextRung({ cadence: { ...cadence, rung }, phase, rate }, 'answered');
      next = working + (checkInPolicy.rungDays[rung as '1d'] ?? 0.5);
    }
    working += 1;
  }
  return points;
}

describe('the curve of a customer who always answers "good"', () => {
  const curve = contentCurve();
  test('print', () => {
    console.log(
      curve.map(p => `${p.day.padEnd(11)} ${p.confidence.toFixed(2)} ${p.rung}`).join('\n'),
    );
    expect(curve.length).toBeGreaterThan(20);
  });
});
