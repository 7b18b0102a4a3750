import { clockText } from '../../../delivery/plain-text.ts';
import { dateIn, day, hour, minute, since } from '../../../shared/time.ts';
import { type Html, html } from '../../markup/html.ts';

/** On whose clock, and when it is looked at. */
export interface Reader {
  readonly timeZone: string;
  readonly now: Date;
}

/** How long ago or ahead something is, with the exact time at hand. */
export function renderWhen(at: Date, reader: Reader): Html {
  return html`<time datetime="${at.toISOString()}" title="${exactly(at, reader)}">${relativeWords(at, reader.now)}</time>`;
}

/** The time on the reader's clock, with the date at hand. */
export function renderClock(at: Date, reader: Reader): Html {
  return html`<time datetime="${at.toISOString()}" title="${exactly(at, reader)}">${clockText(at, 'clock', reader)}</time>`;
}

/** "Fri 6 Mar 2026, 18:05", where the clock is said beside it. */
export function renderFully(at: Date, reader: Reader): Html {
  return html`<time datetime="${at.toISOString()}">${clockText(at, 'full', reader)}</time>`;
}

/** "Fri 6 Mar 2026, 18:05 America/New_York". */
export function exactly(at: Date, reader: Reader): string {
  return `${clockText(at, 'full', reader)} ${reader.timeZone}`;
}

/** "just now", "12 min ago", "in 3 h", "5 days ago". */
export function relativeWords(at: Date, now: Date): string {
  const away = since(at, now);
  const length = lengthWords(Math.abs(away));
  if (Math.abs(away) < minute) return 'just now';
  return away > 0 ? `${length} ago` : `in ${length}`;
}

/** "12 min", "3 h", "5 days". */
export function lengthWords(milliseconds: number): string {
  if (milliseconds < 90 * minute) return `${Math.round(milliseconds / minute)} min`;
  if (milliseconds < 2 * day) return `${Math.round(milliseconds / hour)} h`;
  return `${Math.round(milliseconds / day)} days`;
}

/** "18:05" on the reader's clock, whichever day it was; the date is at hand. */
export function renderTimeOfDay(at: Date, reader: Reader): Html {
  return html`<time datetime="${at.toISOString()}" title="${exactly(at, reader)}">${clockText(at, 'bare', reader)}</time>`;
}

/** Items of one day of the reader's. */
export interface OneDay<T> {
  /** "Sat 7 Mar", "Today". */
  readonly day: string;
  readonly items: T[];
}

/** The same items in the same order, cut where the reader's day changes. */
export function byDay<T>(
  items: readonly T[],
  atOf: (item: T) => Date,
  { timeZone, now }: Reader,
): OneDay<T>[] {
  const days: OneDay<T>[] = [];
  const today = dateIn(timeZone, now);
  for (const item of items) {
    const at = atOf(item);
    const day = dateIn(timeZone, at) === today ? 'Today' : clockText(at, 'day', { timeZone, now });
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
