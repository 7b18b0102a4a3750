import { scaleUtc } from 'd3-scale';
import { inZone, nextDate, wallClock } from '../../../shared/time.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Reader } from './moment.ts';

/** One stretch of a calendar: who is called then; null = nobody. */
export interface DutyStretch {
  readonly from: Date;
  readonly until: Date;
  readonly name: string | null;
  /** An exception put them there. */
  readonly isInstead: boolean;
  /** Nothing would wake them. */
  readonly isAsleep: boolean;
}

/** Drawn twice, so that its words can be read on a telephone as well; the style sheet shows one of them. */
const layouts = [
  { name: 'roomy', width: 960, left: 170, every: 1 },
  { name: 'narrow', width: 340, left: 108, every: 3 },
] as const;
type Layout = (typeof layouts)[number];

const size = { top: 24, row: 26, right: 6, bottom: 4 };
/** In the drawing's own units, of a name in 13 px and of "Thu 19" in 12 px: what is wider is cut off by the edge. */
const widestLetter = 8;
const widestDay = 52;

/** Two weeks of a schedule, a row a person and a marked row for nobody. Its words stand in the table below. */
export function renderDutyChart(stretches: readonly DutyStretch[], reader: Reader): Html {
  if (stretches.length === 0) return html``;
  return html`<div class="chart">${layouts.map(layout => renderDrawing(stretches, layout, reader))}</div>`;
}

function renderDrawing(
  stretches: readonly DutyStretch[],
  layout: Layout,
  { timeZone, now }: Reader,
): Html {
  const { width, left, every, name } = layout;
  const from = new Date(Math.min(...stretches.map(one => one.from.getTime())));
  const until = new Date(Math.max(...stretches.map(one => one.until.getTime())));
  const scale = scaleUtc([from, until], [left, width - size.right]).clamp(true);
  const x = (at: Date) => Math.round(10 * scale(at)) / 10;
  const people = [...new Set(stretches.map(one => one.name))].toSorted(nobodyLast);
  const height = size.top + people.length * size.row + size.bottom;
  const letters = Math.floor((left - 10) / widestLetter);
  return html`<svg class="window duty ${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
    ${midnights(from, until, timeZone).map(
      (at, index) =>
        html`<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${size.top - 4}" y2="${height}"/>${index % every === 0 && x(at) < width - widestDay && html`<text x="${x(at) + 2}" y="14">${inZone(at, timeZone).setLocale('en-GB').toFormat('ccc d')}</text>`}`,
    )}
    ${people.map((person, index) => {
      const y = size.top + index * size.row;
      const shown = person ?? 'Nobody';
      const isAsleep = stretches.some(one => one.name === person && one.isAsleep);
      const room = isAsleep ? letters - 2 : letters;
      const name = shown.length > room ? `${shown.slice(0, room - 1)}…` : shown;
      const label = isAsleep ? `⚠ ${name}` : name;
      return html`<g class="${person === null ? 'late' : 'serves'}"><text class="label" x="${left - 8}" y="${y + 16}" text-anchor="end">${label}</text>${stretches
        .filter(one => one.name === person)
        .map(
          one =>
            html`<rect class="actual${one.isInstead && ' instead'}" x="${x(one.from)}" y="${y + 4}" width="${Math.max(2, x(one.until) - x(one.from) - 1)}" height="${size.row - 9}" rx="3"/>`,
        )}</g>`;
    })}
    <line class="now" x1="${x(now)}" x2="${x(now)}" y1="${size.top - 4}" y2="${height}"/>
  </svg>`;
}

function nobodyLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a.localeCompare(b);
}

function midnights(from: Date, until: Date, timeZone: string): Date[] {
  const found: Date[] = [];
  let date = nextDate(inZone(from, timeZone).toISODate() ?? '');
  for (let days = 0; days < 60; days += 1) {
    const at = wallClock(date, '00:00', timeZone);
    if (at >= until) break;
    found.push(at);
    date = nextDate(date);
  }
  return found;
}
