import { hoursUntil } from './calendar.ts';
import { meanAge, type Outlook } from './outlook.ts';
import { confidencePolicy } from './policy.ts';
import type { Standing } from './standing.ts';

/** By how much the aftershocks raise the mean rate of so many business hours from `at` on; 1 = not at all. */
function shaken({ calendar }: Outlook, { aftershock, hour }: Standing, near: Near): number {
  const left =
    aftershock *
    Math.exp(-(hoursUntil(calendar, near.at) - hour) / confidencePolicy.aftershock.fadeHours);
  return (
    1 +
    (left *
      confidencePolicy.aftershock.fadeHours *
      (1 - Math.exp(-near.hours / confidencePolicy.aftershock.fadeHours))) /
      near.hours
  );
}

interface Near {
  readonly at: Date;
  readonly hours: number;
}

/** The factor cadence goes by from `at` on: the customer's own mean, raised while aftershocks are likely. */
export function nearFactor(outlook: Outlook, standing: Standing, at: Date): number {
  const { nearHours: hours } = confidencePolicy;
  return factorOf(standing).mean * shaken(outlook, standing, { at, hours });
}

/** The Gamma–Poisson posterior of the customer's factor: mean and prudent value (mean + 0.84 sd). */
export function factorOf({ seen, expected }: Pick<Standing, 'seen' | 'expected'>): {
  readonly mean: number;
  readonly prudent: number;
} {
  const { prior, prudence } = confidencePolicy;
  const mean = (prior + seen) / (prior + expected);
  const sd = Math.sqrt(prior + seen) / (prior + expected);
  return { mean, prudent: mean + prudence * sd };
}

/** Troubles per business hour to expect over the next `hours`, at this factor. */
export function rateAt(
  outlook: Outlook,
  at: Date,
  { factor, hours }: { readonly factor: number; readonly hours: number },
): number {
  return confidencePolicy.kinds[outlook.course.kind].typical * meanAge(outlook, at, hours) * factor;
}

/**
 * Troubles per business hour as cadence sees them: over the next two working days, at the mean factor.
 * Before the window it looks no further than the window, whose own rung holds from then on.
 */
export function cadenceRate(outlook: Outlook, at: Date, factor: number): number {
  const { kinds, nearHours } = confidencePolicy;
  const { typical, age } = kinds[outlook.course.kind];
  if (at < outlook.course.windowFrom) return typical * age.floor * factor;
  return rateAt(outlook, at, { factor, hours: nearHours });
}

/** Troubles per business hour over the coming working week, by the prudent factor. */
export function prudentRate(outlook: Outlook, standing: Standing, at: Date): number {
  const { horizonHours: hours } = confidencePolicy;
  const factor = factorOf(standing).prudent * shaken(outlook, standing, { at, hours });
  return rateAt(outlook, at, { factor, hours });
}

/** The probability that the coming working week passes without trouble, at the prudent rate. */
export function confidenceAt(outlook: Outlook, standing: Standing, at: Date): number {
  const { horizonHours } = confidencePolicy;
  return Math.exp(-horizonHours * prudentRate(outlook, standing, at));
}
