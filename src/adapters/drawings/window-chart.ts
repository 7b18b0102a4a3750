import { scaleUtc } from 'd3-scale';
import { inZone, since } from '../../shared/time.ts';
import { agreedPlan, isOver, type Stretch } from '../../transitions/milestone.ts';
import { type Html, html } from '../markup/html.ts';
import { stepWords } from './step-words.ts';
import {
  type Drawing,
  expectedOf,
  overlaps,
  type Step,
  spanOf,
  stretchesOf,
  ticksOf,
} from './window-span.ts';

/** How a chart is laid out: with names beside its bars where there is room, above them where there is not. */
interface Layout {
  readonly width: number;
  readonly left: number;
  readonly row: number;
  readonly above: number;
  readonly letters: number;
  readonly ticks: number;
}

/** A drawing is made twice, so that its words can be read on a telephone as well; the style sheet shows one of them. */
const layouts = {
  roomy: { width: 960, left: 262, row: 34, above: 0, letters: 34, ticks: 9 },
  narrow: { width: 340, left: 24, row: 50, above: 18, letters: 48, ticks: 4 },
} as const satisfies Record<string, Layout>;

/** As wide as pictures in chat are: their words are read on a telephone, too. */
const chatLayout: Layout = { width: 640, left: 202, row: 34, above: 0, letters: 26, ticks: 6 };

const edge = { right: 14, top: 30, bottom: 8 };

/**
 * The window as a chart: a step a line, its plan as an outline, what happened as a bar, what is expected as a dashed one,
 * and now. Its words stand in the table below, so it is hidden from whoever cannot see it.
 */
export function renderWindowChart(drawing: Drawing): Html {
  return html`<div class="chart">${Object.entries(layouts).map(([name, layout]) => renderSvg(drawing, name, layout))}</div>
    <p class="legend quiet" aria-hidden="true"><span class="sample"><span class="as-plan"></span> planned</span> <span class="sample"><span class="as-actual"></span> happened</span> <span class="sample"><span class="as-expected"></span> expected</span></p>`;
}

/** The same for a picture in chat: what is in the drawing, and how high it is. */
export function windowForChat(drawing: Drawing): {
  readonly inside: Html;
  readonly height: number;
} {
  return { inside: renderInside(drawing, chatLayout), height: heightOf(drawing, chatLayout) };
}

function renderSvg(drawing: Drawing, name: string, layout: Layout): Html {
  const { from, until } = spanOf(drawing);
  const perUnit = since(from, until) / (layout.width - edge.right - layout.left);
  return html`<svg class="window ${name}" viewBox="0 0 ${layout.width} ${heightOf(drawing, layout)}" data-ms="${Math.round(perUnit)}" aria-hidden="true" focusable="false">
      ${renderInside(drawing, layout)}
    </svg>`;
}

function heightOf({ milestones }: Drawing, { row }: Layout): number {
  return edge.top + milestones.length * row + edge.bottom;
}

function renderInside(drawing: Drawing, layout: Layout): Html {
  const { milestones, now } = drawing;
  const { width, left, row, ticks } = layout;
  const span = spanOf(drawing);
  const { from, until } = span;
  const scale = scaleUtc([from, until], [left, width - edge.right]).clamp(true);
  const x = (at: Date) => Math.round(10 * scale(at)) / 10;
  const height = heightOf(drawing, layout);
  const isNowSeen = now >= from && now <= until;
  return html`${ticksOf(drawing, ticks).map(
    ({ at, label }) =>
      html`<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${edge.top - 6}" y2="${height}"/><text x="${x(at)}" y="16" text-anchor="middle">${label}</text>`,
  )}
      ${isNowSeen && html`<line class="now" x1="${x(now)}" x2="${x(now)}" y1="${edge.top - 6}" y2="${height}"/><text class="now" x="${x(now) + 5}" y="${height - 2}">now</text>`}
      ${milestones.map((step, index) =>
        renderStep(step, { x, y: edge.top + index * row, span, layout, drawing }),
      )}`;
}

interface Line {
  readonly x: (at: Date) => number;
  readonly y: number;
  readonly span: Stretch;
  readonly layout: Layout;
  readonly drawing: Drawing;
}

function renderStep(step: Step, line: Line): Html {
  const { span, drawing } = line;
  const { now, stepsAt } = drawing;
  const isSeen = stretchesOf(step, now).some(one => overlaps(one, span));
  const mayMove = stepsAt && isSeen && !isOver(step) && step.state !== 'rolled-back';
  const { startedAt, plannedFrom, plannedUntil } = step;
  const moves = startedAt !== null || plannedFrom <= now ? plannedUntil : plannedFrom;
  return html`<g class="${step.state}" ${mayMove && html`data-step="${stepsAt}/${encodeURIComponent(step.key)}" data-at="${moves.toISOString()}"`}>
    ${renderName(step, line)}
    ${isSeen ? renderBars(step, line) : renderElsewhere(agreedPlan(step), line)}
  </g>`;
}

/** Beside its bars where there is room, above them where there is not. */
function renderName({ name, state }: Step, { y, layout }: Line): Html {
  const { left, letters, above } = layout;
  const shown = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
  if (above > 0)
    return html`<text class="label" x="${left}" y="${y + 14}">${shown} <tspan class="state">${stepWords[state]}</tspan></text>`;
  return html`<text class="label" x="${left - 10}" y="${y + 14}" text-anchor="end">${shown}</text>
    <text class="state" x="${left - 10}" y="${y + 27}" text-anchor="end">${stepWords[state]}</text>`;
}

function renderBars(step: Step, { x, y, layout, drawing: { now } }: Line): Html {
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
