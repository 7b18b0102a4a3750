import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Cause, Course, CoursePoint } from '../../confidence/course.ts';
import { type Html, html } from '../markup/html.ts';
import { causeSign } from './cause-sign.ts';

/** How large the curve is drawn. */
export interface CourseSize {
  readonly width: number;
  readonly height: number;
}

const edge = { left: 42, right: 10, top: 14, bottom: 22 };

/** Confidence over time with a mark for everything that moved it; `titleOf` is what a mark says to a mouse. */
export function renderCurve(
  { points, causes }: Course,
  { width, height }: CourseSize,
  titleOf: (cause: Cause) => string,
): Html {
  const times = points.map(({ at }) => at.getTime());
  const span = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  const x = scaleUtc(span, [edge.left, width - edge.right]);
  const y = scaleLinear([0, 1], [height - edge.bottom, edge.top]);
  const round = (value: number) => Math.round(10 * value) / 10;
  const curve = line<CoursePoint>(
    ({ at }) => round(x(at)),
    ({ value }) => round(y(value)),
  );
  const below = area<CoursePoint>(
    ({ at }) => round(x(at)),
    () => round(y(0)),
    ({ value }) => round(y(value)),
  );
  const end = points.at(-1);
  const mark = (cause: Cause) =>
    html`<text class="sign ${causeSign(cause.kind).name}" x="${round(x(cause.at))}" y="${round(y(cause.value) - 5)}" text-anchor="middle"><title>${titleOf(cause)}</title>${causeSign(cause.kind).sign}</text>`;
  return html`${[0, 0.5, 1].map(
    value =>
      html`<line class="grid" x1="${edge.left}" x2="${width - edge.right}" y1="${y(value)}" y2="${y(value)}"/><text x="${edge.left - 6}" y="${y(value) + 4}" text-anchor="end">${100 * value} %</text>`,
  )}
      <path class="area" d="${below([...points])}"/><path class="line" d="${curve([...points])}"/>
      ${end && html`<circle class="end" cx="${round(x(end.at))}" cy="${round(y(end.value))}" r="4"/>`}
      ${causes.map(mark)}
      <text x="${edge.left}" y="${height - 4}">two weeks ago</text><text x="${width - edge.right}" y="${height - 4}" text-anchor="end">now</text>`;
}
