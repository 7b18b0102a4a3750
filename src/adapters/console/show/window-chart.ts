import { scaleUtc } from 'd3-scale';
import { inZone, since } from '../../../shared/time.ts';
import {
  agreedPlan,
  isOver,
  type Milestone,
  type Stretch,
} from '../../../transitions/milestone.ts';
import { type Html, html } from '../../markup/html.ts';
import { type Drawing, expectedOf, overlaps, spanOf, stretchesOf, ticksOf } from './window-span.ts';
import { stepWords } from './words.ts';

/** A drawing is made twice, so that its words can be read on a telephone as well; the style sheet shows one of them. */
const layouts = [
  { name: 'roomy', width: 960, left: 262, row: 34, above: 0, letters: 34, ticks: 9 },
  { name: 'narrow', width: 340, left: 24, row: 50, above: 18, letters: 48, ticks: 4 },
] as const;
type Layout = (typeof layouts)[number];

const edge = { right: 14, top: 30, bottom: 8 };

/**
 * The window as a chart: a step a line, its plan as an outline, what happened as a bar, what is expected as a dashed one,
 * and now. Its words stand in the table below, so it is hidden from whoever cannot see it.
 */
export function renderWindowChart(drawing: Drawing): Html {
  return html`<div class="chart">${layouts.map(layout => renderDrawing(drawing, layout))}</div>
    <p class="legend quiet" aria-hidden="true"><span class="as-plan"></span> planned <span class="as-actual"></span> happened <span class="as-expected"></span> expected</p>`;
}

function renderDrawing(drawing: Drawing, layout: Layout): Html {
  const { milestones, now } = drawing;
  const { name, width, left, row, ticks } = layout;
  const span = spanOf(drawing);
  const { from, until } = span;
  const right = width - edge.right;
  const scale = scaleUtc([from, until], [left, right]).clamp(true);
  const x = (at: Date) => Math.round(10 * scale(at)) / 10;
  const height = edge.top + milestones.length * row + edge.bottom;
  const isNowSeen = now >= from && now <= until;
  return html`<svg class="window ${name}" viewBox="0 0 ${width} ${height}" data-ms="${Math.round(since(from, until) / (right - left))}" aria-hidden="true" focusable="false">
      ${ticksOf(drawing, ticks).map(
        ({ at, label }) =>
          html`<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${edge.top - 6}" y2="${height}"/><text x="${x(at)}" y="16" text-anchor="middle">${label}</text>`,
      )}
      ${isNowSeen && html`<line class="now" x1="${x(now)}" x2="${x(now)}" y1="${edge.top - 6}" y2="${height}"/><text class="now" x="${x(now) + 5}" y="${height - 2}">now</text>`}
      ${milestones.map((step, index) =>
        renderStep(step, { x, y: edge.top + index * row, span, layout, drawing }),
      )}
    </svg>`;
}

interface Line {
  readonly x: (at: Date) => number;
  readonly y: number;
  readonly span: Stretch;
  readonly layout: Layout;
  readonly drawing: Drawing;
}

function renderStep(step: Milestone, line: Line): Html {
  const { span, drawing } = line;
  const { now, stepsAt } = drawing;
  const isSeen = stretchesOf(step, now).some(one => overlaps(one, span));
  const mayMove = isSeen && !isOver(step) && step.state !== 'rolled-back';
  const { startedAt, plannedFrom, plannedUntil } = step;
  const moves = startedAt !== null || plannedFrom <= now ? plannedUntil : plannedFrom;
  return html`<g class="${step.state}" ${mayMove && html`data-step="${stepsAt}/${encodeURIComponent(step.key)}" data-at="${moves.toISOString()}"`}>
    ${renderName(step, line)}
    ${isSeen ? renderBars(step, line) : renderElsewhere(agreedPlan(step), line)}
  </g>`;
}

/** Beside its bars where there is room, above them where there is not. */
function renderName({ name, state }: Milestone, { y, layout }: Line): Html {
  const { left, letters, above } = layout;
  const shown = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
  if (above > 0)
    return html`<text class="label" x="${left}" y="${y + 14}">${shown} <tspan class="state">${stepWords[state]}</tspan></text>`;
  return html`<text class="label" x="${left - 10}" y="${y + 14}" text-anchor="end">${shown}</text>
    <text class="state" x="${left - 10}" y="${y + 27}" text-anchor="end">${stepWords[state]}</text>`;
}

function renderBars(step: Milestone, { x, y, layout, drawing: { now } }: Line): Html {
  const { startedAt, endedAt, plannedFrom, plannedUntil } = step;
  const plan = agreedPlan(step);
  const isMoved = plan.from.getTime() !== plannedFrom.getTime() || plan.until < plannedUntil;
  const expected = expectedOf(step, now);
  const top = y + layout.above;
  return html`${bar('plan', { x, y: top + 5 }, plan)}
    ${isMoved && bar('moved', { x, y: top + 5 }, { from: plannedFrom, until: plannedUntil })}
    ${startedAt && bar('actual', { x, y: top + 10 }, { from: startedAt, until: endedAt ?? now })}
    ${expected && bar('expected', { x, y: top + 10 }, expected)}`;
}

/** A step before or after the window: at its edge, by its day. */
function renderElsewhere(
  { from }: Stretch,
  { y, span, layout, drawing: { timeZone } }: Line,
): Html {
  const day = inZone(from, timeZone).setLocale('en-GB').toFormat('ccc d LLL');
  const isBefore = from < span.from;
  const x = isBefore ? layout.left : layout.width - edge.right;
  return html`<text x="${x}" y="${y + layout.above + 19}" text-anchor="${isBefore ? 'start' : 'end'}">${isBefore ? `← ${day}` : `${day} →`}</text>`;
}

const heights = { plan: 20, moved: 20, actual: 10, expected: 10 } as const;

function bar(
  kind: keyof typeof heights,
  { x, y }: Pick<Line, 'x' | 'y'>,
  { from, until }: Stretch,
): Html {
  const width = Math.max(2, x(until) - x(from));
  return html`<rect class="${kind}" x="${x(from)}" y="${y}" width="${width.toFixed(1)}" height="${heights[kind]}" rx="3"/>`;
}
