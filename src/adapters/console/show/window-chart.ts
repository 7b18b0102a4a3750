import { scaleUtc } from 'd3-scale';
import { type TimeInterval, utcDay, utcHour } from 'd3-time';
import { day, inZone, plus, since } from '../../../shared/time.ts';
import { agreedPlan, type Milestone, type Stretch } from '../../../transitions/milestone.ts';
import { type Html, html } from '../../markup/html.ts';
import { stepWords } from './words.ts';

const size = { width: 860, left: 225, right: 14, top: 30, row: 34, bottom: 8 };

/** A plan as it is drawn: on the customer's clock, as of now. */
export interface Drawing {
  readonly milestones: readonly Milestone[];
  readonly window: Stretch;
  readonly timeZone: string;
  readonly now: Date;
}

/**
 * The window as a chart: a step a line, its plan as an outline, what happened as a bar, what is expected as a dashed one,
 * and now. Its words stand in the table below, so it is hidden from whoever cannot see it.
 */
export function renderWindowChart(drawing: Drawing): Html {
  const { milestones, now, timeZone } = drawing;
  const span = spanOf(drawing);
  const { from, until } = span;
  const x = scaleUtc([from, until], [size.left, size.width - size.right]).clamp(true);
  const height = size.top + milestones.length * size.row + size.bottom;
  const isNowSeen = now >= from && now <= until;
  return html`<div class="chart" tabindex="0" role="group" aria-label="The window as a chart; its table follows">
    <svg class="window" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" aria-hidden="true" focusable="false">
      ${ticksOf(drawing).map(
        ({ at, label }) =>
          html`<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${size.top - 6}" y2="${height}"/><text x="${x(at)}" y="16" text-anchor="middle">${label}</text>`,
      )}
      ${milestones.map((step, index) =>
        renderStep(step, { x, now, y: size.top + index * size.row, span, timeZone }),
      )}
      ${isNowSeen && html`<line class="now" x1="${x(now)}" x2="${x(now)}" y1="${size.top - 6}" y2="${height}"/><text class="now" x="${x(now) + 5}" y="${height - 2}">now</text>`}
    </svg></div>
    <p class="legend quiet" aria-hidden="true"><span class="as-plan"></span> planned <span class="as-actual"></span> happened <span class="as-expected"></span> expected</p>`;
}

interface Line {
  readonly x: (at: Date) => number;
  readonly y: number;
  readonly now: Date;
  readonly span: Stretch;
  readonly timeZone: string;
}

function renderStep(step: Milestone, line: Line): Html {
  const { y, now, span } = line;
  const { name, state } = step;
  const isSeen = stretchesOf(step, now).some(one => overlaps(one, span));
  return html`<g class="${state}">
    <text class="label" x="${size.left - 10}" y="${y + 14}" text-anchor="end">${shortened(name)}</text>
    <text class="state" x="${size.left - 10}" y="${y + 27}" text-anchor="end">${stepWords[state]}</text>
    ${isSeen ? renderBars(step, line) : renderElsewhere(agreedPlan(step), line)}
  </g>`;
}

function renderBars(step: Milestone, { x, y, now }: Line): Html {
  const { startedAt, endedAt, plannedFrom, plannedUntil } = step;
  const plan = agreedPlan(step);
  const isMoved = plan.from.getTime() !== plannedFrom.getTime();
  const expected = expectedOf(step, now);
  return html`${bar('plan', { x, y: y + 5 }, plan)}
    ${isMoved && bar('moved', { x, y: y + 5 }, { from: plannedFrom, until: plannedUntil })}
    ${startedAt && bar('actual', { x, y: y + 10 }, { from: startedAt, until: endedAt ?? now })}
    ${expected && bar('expected', { x, y: y + 10 }, expected)}`;
}

/** A step before or after the window: at its edge, by its day. */
function renderElsewhere({ from }: Stretch, { y, span, timeZone }: Line): Html {
  const day = inZone(from, timeZone).setLocale('en-GB').toFormat('ccc d LLL');
  const isBefore = from < span.from;
  const x = isBefore ? size.left : size.width - size.right;
  return html`<text x="${x}" y="${y + 19}" text-anchor="${isBefore ? 'start' : 'end'}">${isBefore ? `← ${day}` : `${day} →`}</text>`;
}

const heights = { plan: 20, moved: 20, actual: 10, expected: 10 } as const;

function bar(
  kind: keyof typeof heights,
  { x, y }: Pick<Line, 'x' | 'y'>,
  { from, until }: Stretch,
): Html {
  const width = Math.max(2, x(until) - x(from));
  return html`<rect class="${kind}" x="${x(from).toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${heights[kind]}" rx="3"/>`;
}

/** When a step that runs will probably end: as long after its start as was planned, but not before now. */
export function expectedOf(step: Milestone, now: Date): Stretch | null {
  const { startedAt, endedAt, plannedFrom, plannedUntil } = step;
  if (!startedAt || endedAt) return null;
  const end = plus(startedAt, since(plannedFrom, plannedUntil));
  return end > now ? { from: now, until: end } : null;
}

/** The window, and what of its steps runs over its edges; what lies wholly outside is only named. */
function spanOf({ milestones, window, now }: Drawing): Stretch {
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
function stretchesOf(step: Milestone, now: Date): Stretch[] {
  const { startedAt, endedAt, plannedFrom, plannedUntil } = step;
  const expected = expectedOf(step, now);
  return [
    agreedPlan(step),
    { from: plannedFrom, until: plannedUntil },
    ...(startedAt ? [{ from: startedAt, until: endedAt ?? now }] : []),
    ...(expected ? [expected] : []),
  ];
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.from < other.until && other.from < one.until;
}

interface Tick {
  readonly at: Date;
  readonly label: string;
}

const mostTicks = 9;

/** Round hours or days on the customer's clock: laid out as if that clock were UTC, and moved back. */
function ticksOf(drawing: Drawing): Tick[] {
  const { timeZone } = drawing;
  const { from, until } = spanOf(drawing);
  const offset = (at: Date) => inZone(at, timeZone).offset * 60_000;
  const every = intervalFor(since(from, until));
  return every.range(plus(from, offset(from)), plus(until, offset(until))).map(shown => {
    const at = plus(shown, -offset(plus(shown, -offset(from))));
    const local = inZone(at, timeZone).setLocale('en-GB');
    const isMidnight = local.hour === 0 && local.minute === 0;
    return { at, label: local.toFormat(isMidnight ? 'ccc d LLL' : 'HH:mm') };
  });
}

function intervalFor(span: number): TimeInterval {
  const hours = [1, 2, 3, 6, 12].find(step => span / ((step * day) / 24) <= mostTicks);
  if (hours) return utcHour.every(hours) ?? utcHour;
  const days = [1, 2, 7, 14, 28].find(step => span / (step * day) <= mostTicks) ?? 56;
  // `every` would begin anew with each month.
  return utcDay.filter(date => Math.round(date.getTime() / day) % days === 0);
}

const labelLetters = 26;

function shortened(name: string): string {
  return name.length > labelLetters ? `${name.slice(0, labelLetters - 1)}…` : name;
}
