import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { levelWord, percentWords } from '../../../confidence/words.ts';
import { type Html, html } from '../../markup/html.ts';
import type { CoursePoint } from '../look/load-customer.ts';
import { exactly, type Reader } from './moment.ts';

const meterWidth = 48;

/** How sure we may be that they are fine: the word, the number, and a bar. */
export function renderConfidence(confidence: number): Html {
  return html`<span class="confidence"><b>${levelWord(confidence)}</b> <span class="quiet">${percentWords(confidence)}</span>
    <svg class="meter" viewBox="0 0 ${meterWidth} 6" width="${meterWidth}" height="6" aria-hidden="true" focusable="false"><rect class="track" width="${meterWidth}" height="6" rx="3"/><rect class="fill" width="${(meterWidth * confidence).toFixed(1)}" height="6" rx="3"/></svg></span>`;
}

const size = { width: 640, height: 120, left: 34, right: 8, top: 8, bottom: 20 };

/** Confidence over time as a drawing, and as a table for whoever cannot see it. */
export function renderCourse(course: readonly CoursePoint[], reader: Reader): Html {
  const [first] = course;
  const last = course.at(-1);
  if (!first || !last) return html``;
  const x = scaleUtc([first.at, last.at], [size.left, size.width - size.right]);
  const y = scaleLinear([0, 1], [size.height - size.bottom, size.top]);
  const draw = line<CoursePoint>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  ).curve(curveMonotoneX);
  const fill = area<CoursePoint>(
    ({ at }) => x(at),
    () => y(0),
    ({ value }) => y(value),
  ).curve(curveMonotoneX);
  return html`<svg class="course" viewBox="0 0 ${size.width} ${size.height}" aria-hidden="true" focusable="false">
      ${[0, 0.5, 1].map(
        value =>
          html`<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${y(value)}" y2="${y(value)}"/><text x="${size.left - 6}" y="${y(value) + 4}" text-anchor="end">${100 * value}</text>`,
      )}
      <path class="area" d="${fill([...course])}"/><path class="line" d="${draw([...course])}"/>
      <circle class="end" cx="${x(last.at)}" cy="${y(last.value)}" r="4"/>
      <text x="${size.left}" y="${size.height - 4}">two weeks ago</text><text x="${size.width - size.right}" y="${size.height - 4}" text-anchor="end">now</text>
    </svg>
    <details class="data"><summary>These numbers as a table</summary>
      <table><caption class="hidden">Confidence, a line a day</caption><thead><tr><th scope="col">When</th><th scope="col">Confidence</th></tr></thead>
      <tbody>${course
        .filter((_, index) => index % 2 === 0)
        .map(
          ({ at, value }) =>
            html`<tr><td>${exactly(at, reader)}</td><td>${levelWord(value)}, ${percentWords(value)}</td></tr>`,
        )}</tbody></table></details>`;
}
