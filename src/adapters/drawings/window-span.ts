import { type TimeInterval, utcDay, utcHour } from 'd3-time';
import { day, inZone, plus, since } from '../../shared/time.ts';
import { agreedPlan, type Milestone, type Stretch } from '../../transitions/milestone.ts';

/** What is drawn of a step. */
export type Step = Pick<
  Milestone,
  'key' | 'name' | 'state' | 'plannedFrom' | 'plannedUntil' | 'original' | 'startedAt' | 'endedAt'
>;

/** A plan as it is drawn: on the customer's clock, as of now. */
export interface Drawing {
  readonly milestones: readonly Step[];
  readonly window: Stretch;
  readonly timeZone: string;
  readonly now: Date;
  /** The address before each step's own, where a step can be moved. */
  readonly stepsAt?: string;
}

/** When a step that runs will probably end: as long after its start as was planned, but not before now. */
export function expectedOf(step: Step, now: Date): Stretch | null {
  const { startedAt, endedAt, plannedFrom, plannedUntil } = step;
  if (!startedAt || endedAt) return null;
  const end = plus(startedAt, since(plannedFrom, plannedUntil));
  return end > now ? { from: now, until: end } : null;
}

/** The window, and what of its steps runs over its edges; what lies wholly outside is only named. */
export function spanOf({ milestones, window, now }: Drawing): Stretch {
  const instants = milestones
    .flatMap(step => stretchesOf(step, now))
    .filter(one => overlaps(one, window))
    .flatMap(({ from, until }) => [from, until]);
  const all = [window.from, window.until, ...instants].map(at => at.getTime());
  const first = Math.min(...all);
  const last = Math.max(...all);
  const air = (last - first) * 0.02;
  return { from: new Date(first - air), until: new Date(last + air) };
}

/** Everything that is drawn of a step. */
export function stretchesOf(step: Step, now: Date): Stretch[] {
  const { startedAt, endedAt, plannedFrom, plannedUntil } = step;
  const expected = expectedOf(step, now);
  return [
    agreedPlan(step),
    { from: plannedFrom, until: plannedUntil },
    ...(startedAt ? [{ from: startedAt, until: endedAt ?? now }] : []),
    ...(expected ? [expected] : []),
  ];
}

/** Do the two have any time in common? */
export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.from < other.until && other.from < one.until;
}

/** A round moment and what stands at it. */
export interface Tick {
  readonly at: Date;
  readonly label: string;
}

/** So many round hours or days at most, on the customer's clock: laid out as if that clock were UTC, and moved back. */
export function ticksOf(drawing: Drawing, most: number): Tick[] {
  const { timeZone } = drawing;
  const { from, until } = spanOf(drawing);
  const offset = (at: Date) => inZone(at, timeZone).offset * 60_000;
  const every = intervalFor(since(from, until), most);
  return every.range(plus(from, offset(from)), plus(until, offset(until))).map(shown => {
    const at = plus(shown, -offset(plus(shown, -offset(from))));
    const local = inZone(at, timeZone).setLocale('en-GB');
    const isMidnight = local.hour === 0 && local.minute === 0;
    return { at, label: local.toFormat(isMidnight ? 'ccc d LLL' : 'HH:mm') };
  });
}

function intervalFor(span: number, most: number): TimeInterval {
  const hours = [1, 2, 3, 6, 12].find(step => span / ((step * day) / 24) <= most);
  if (hours) return utcHour.every(hours) ?? utcHour;
  const days = [1, 2, 7, 14, 28].find(step => span / (step * day) <= most) ?? 56;
  // `every` would begin anew with each month.
  return utcDay.filter(date => Math.round(date.getTime() / day) % days === 0);
}
