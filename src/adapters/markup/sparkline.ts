import { type Html, html } from './html.ts';

const width = 120;
const height = 28;

/** A course of numbers from 0 to 1 as a small drawing; what it says stands in words beside it. */
export function renderSparkline(course: readonly number[]): Html {
  const last = Math.max(1, course.length - 1);
  const points = course.map((value, index) => {
    const x = 2 + ((width - 4) * index) / last;
    const y = 2 + (height - 4) * (1 - Math.min(1, Math.max(0, value)));
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const end = points.at(-1)?.split(',') ?? ['0', '0'];
  return html`<svg class="sparkline" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">
    <polyline points="${points.join(' ')}"></polyline><circle cx="${end[0]}" cy="${end[1]}" r="2.5"></circle></svg>`;
}
