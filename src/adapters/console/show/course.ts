import type { Cause, Course } from '../../../confidence/course.ts';
import { evidenceWords, levelWord, percentWords } from '../../../confidence/words.ts';
import { renderCurve } from '../../drawings/curve.ts';
import { type Html, html } from '../../markup/html.ts';
import { exactly, type Reader } from './moment.ts';

/** A drawing is made twice, so that its words can be read on a telephone as well; the style sheet shows one of them. */
const sizes = [
  { name: 'roomy', width: 960, height: 150 },
  { name: 'narrow', width: 340, height: 130 },
] as const;
type Size = (typeof sizes)[number];

/** Confidence over time with everything that moved it, as a drawing, and as a table for whoever cannot see it. */
export function renderCourse(course: Course, reader: Reader): Html {
  if (course.points.length < 2) return html``;
  return html`${sizes.map(size => renderDrawing(course, size, reader))}
    <p class="legend quiet" aria-hidden="true"><span class="sign trouble">▲</span> trouble <span class="sign calm">●</span> a good word <span class="sign silence">○</span> no answer</p>
    ${renderTable(course, reader)}`;
}

function renderDrawing(course: Course, { name, ...size }: Size, reader: Reader): Html {
  const { width, height } = size;
  const titleOf = ({ kind, at }: Cause) => `${evidenceWords[kind]}, ${exactly(at, reader)}`;
  return html`<svg class="course ${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
      ${renderCurve(course, size, titleOf)}
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
