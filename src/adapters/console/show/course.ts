import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, line } from 'd3-shape';
import { levelWord, percentWords } from '../../../confidence/words.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Cause, Course, CoursePoint } from '../look/load-rhythm.ts';
import { exactly, type Reader } from './moment.ts';
import { causeSign, evidenceWords } from './words.ts';

/** A drawing is made twice, so that its words can be read on a telephone as well; the style sheet shows one of them. */
const sizes = [
  { name: 'roomy', width: 960, height: 150 },
  { name: 'narrow', width: 340, height: 130 },
] as const;
type Size = (typeof sizes)[number];

const edge = { left: 42, right: 10, top: 14, bottom: 22 };

/** Confidence over time with everything that moved it, as a drawing, and as a table for whoever cannot see it. */
export function renderCourse(course: Course, reader: Reader): Html {
  if (course.points.length < 2) return html``;
  return html`${sizes.map(size => renderDrawing(course, size, reader))}
    <p class="legend quiet" aria-hidden="true"><span class="sign trouble">▲</span> trouble <span class="sign calm">●</span> a good word <span class="sign silence">○</span> no answer</p>
    ${renderTable(course, reader)}`;
}

function renderDrawing({ points, causes }: Course, size: Size, reader: Reader): Html {
  const { name, width, height } = size;
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
  const mark = ({ at, value, kind }: Cause) =>
    html`<text class="sign ${causeSign(kind).name}" x="${round(x(at))}" y="${round(y(value) - 5)}" text-anchor="middle"><title>${evidenceWords[kind]}, ${exactly(at, reader)}</title>${causeSign(kind).sign}</text>`;
  return html`<svg class="course ${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
      ${[0, 0.5, 1].map(
        value =>
          html`<line class="grid" x1="${edge.left}" x2="${width - edge.right}" y1="${y(value)}" y2="${y(value)}"/><text x="${edge.left - 6}" y="${y(value) + 4}" text-anchor="end">${100 * value} %</text>`,
      )}
      <path class="area" d="${below([...points])}"/><path class="line" d="${curve([...points])}"/>
      ${end && html`<circle class="end" cx="${round(x(end.at))}" cy="${round(y(end.value))}" r="4"/>`}
      ${causes.map(mark)}
      <text x="${edge.left}" y="${height - 4}">two weeks ago</text><text x="${width - edge.right}" y="${height - 4}" text-anchor="end">now</text>
    </svg>`;
}

const everyHours = 24;

function renderTable({ points, causes }: Course, reader: Reader): Html {
  const from = points[0]?.at.getTime() ?? 0;
  const daily = points.filter(({ at }) => (at.getTime() - from) % (everyHours * 3_600_000) === 0);
  const rows = [...daily.map(point => ({ ...point, why: '' })), ...causes.map(withWhy)];
  const inOrder = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return html`<details class="data"><summary>The same as a table, with what moved it</summary>
      <table><caption class="hidden">Confidence, a line a day and a line for everything that moved it</caption><thead><tr><th scope="col">When</th><th scope="col">Confidence</th><th scope="col">What happened</th></tr></thead>
      <tbody>${inOrder.map(({ at, value, why }) => html`<tr><td>${exactly(at, reader)}</td><td>${levelWord(value)}, ${percentWords(value)}</td><td>${why}</td></tr>`)}</tbody></table></details>`;
}

function withWhy({ at, value, kind, note }: Cause) {
  return { at, value, why: note === '' ? evidenceWords[kind] : `${evidenceWords[kind]}: ${note}` };
}
