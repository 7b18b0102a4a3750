import { type Atom, afterGlue, amountAt, has, type ReadAtom, type TimeUnit } from './atom.ts';
import type { Clock } from './figure.ts';
import type { Piece } from './piece.ts';

function clockAtom(clock: Clock, until: number): Atom {
  return { kind: 'clock', clock, until };
}

/** "18:00", "6pm", "half past six", "viertel nach drei", "tres y media", "6 Uhr". */
export const readClock: ReadAtom = (pieces, at) => {
  const { figure = null } = pieces[at] ?? {};
  if (figure?.kind === 'clock') return clockAtom(figure.clock, at + 1);
  if (figure?.kind === 'dotted' && has(pieces[at + 1], 'oclock'))
    return clockAtom(figure.clock, at + 2);
  return (
    halfBefore(pieces, at) ??
    minutesFirst(pieces, at) ??
    halfPast(pieces, at) ??
    hourFirst(pieces, at)
  );
};

function isHour(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 24;
}

/** "Halb sieben" is 06:30. */
function halfBefore(pieces: readonly Piece[], at: number): Atom | null {
  if (!has(pieces[at], 'half before')) return null;
  const hour = amountAt(pieces, at + 1);
  if (!hour || !isHour(hour.value) || hour.value < 1 || hour.value > 12) return null;
  if (unitAt(pieces, hour.until)) return null;
  return clockAtom({ hour: hour.value - 1, minute: 30, form: 'bare' }, hour.until);
}

/** "Half eight", as the British say it, is 08:30. */
function halfPast(pieces: readonly Piece[], at: number): Atom | null {
  if (!has(pieces[at], 'half')) return null;
  const hour = amountAt(pieces, at + 1);
  if (!hour || !isHour(hour.value) || hour.value < 1 || hour.value > 12) return null;
  if (unitAt(pieces, hour.until)) return null;
  return clockAtom({ hour: hour.value, minute: 30, form: 'bare' }, hour.until);
}

const spokenMinutes: ReadonlySet<number> = new Set([5, 10, 20, 25]);

/** "Half past six", "a quarter to five", "ten past three". */
function minutesFirst(pieces: readonly Piece[], at: number): Atom | null {
  const start = pieces[at]?.number === 1 && has(pieces[at + 1], 'quarter') ? at + 1 : at;
  const said = amountAt(pieces, start);
  const share = has(pieces[start], 'quarter') ? 15 : has(pieces[start], 'half') ? 30 : null;
  const minutes = share ?? (said?.isSpoken && spokenMinutes.has(said.value) ? said.value : null);
  const markAt = share === null ? (said?.until ?? at) : start + 1;
  const isPast = has(pieces[markAt], 'past');
  if (minutes === null || !(isPast || has(pieces[markAt], 'to'))) return null;
  const hour = amountAt(pieces, markAt + 1);
  if (!hour || !isHour(hour.value) || unitAt(pieces, hour.until)) return null;
  return clockAtom(clockWith(hour.value, isPast ? minutes : -minutes), hour.until);
}

function clockWith(hour: number, minutes: number, form: Clock['form'] = 'bare'): Clock {
  return minutes >= 0
    ? { hour, minute: minutes, form }
    : { hour: (hour + 23) % 24, minute: 60 + minutes, form };
}

/** "Six o'clock", "6 Uhr 30", "tres y media", "cinq heures moins dix". */
function hourFirst(pieces: readonly Piece[], at: number): Atom | null {
  const hour = amountAt(pieces, at);
  if (!hour || !isHour(hour.value)) return null;
  const isMarked = has(pieces[hour.until], 'oclock');
  const isAlsoSpan = isMarked && has(pieces[hour.until], 'hour');
  const next = isMarked ? hour.until + 1 : hour.until;
  const rest = minutesAfter(pieces, next);
  if (!isMarked && !rest) return null;
  const form = hour.isSpoken ? 'bare' : 'soft';
  const clock = clockWith(hour.value, rest?.minutes ?? 0, form);
  const until = rest?.until ?? next;
  if (!isAlsoSpan) return clockAtom(clock, until);
  const amount = hour.value + (rest?.minutes ?? 0) / 60;
  return { kind: 'span', amount, unit: 'hour', clock, until };
}

/** What follows an hour: "y media", "et demie", "menos cuarto", "Uhr 30". */
function minutesAfter(
  pieces: readonly Piece[],
  at: number,
): { minutes: number; until: number } | null {
  const piece = pieces[at];
  if (!piece || piece.isFirst) return null;
  const isMore = has(piece, 'past') && has(piece, 'and');
  const isLess = has(piece, 'to') && piece.ideas.size === 1;
  if (isMore || isLess) {
    const share = shareAt(pieces, at + 1);
    return share && { minutes: isMore ? share.minutes : -share.minutes, until: share.until };
  }
  const isAfterMark = has(pieces[at - 1], 'oclock');
  const written = isAfterMark && piece.figure?.kind === 'number' ? amountAt(pieces, at) : null;
  const isMinutes = written !== null && written.value < 60 && !unitAt(pieces, written.until);
  return isMinutes ? { minutes: written.value, until: written.until } : null;
}

function shareAt(pieces: readonly Piece[], at: number): { minutes: number; until: number } | null {
  if (has(pieces[at], 'half')) return { minutes: 30, until: at + 1 };
  if (has(pieces[at], 'quarter')) return { minutes: 15, until: at + 1 };
  const spoken = amountAt(pieces, at);
  const isMinutes = spoken !== null && spoken.value > 1 && spoken.value < 60;
  return isMinutes && !unitAt(pieces, spoken.until)
    ? { minutes: spoken.value, until: spoken.until }
    : null;
}

const units: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month'];

function unitAt(pieces: readonly Piece[], at: number): TimeUnit | null {
  return units.find(unit => has(pieces[at], unit)) ?? null;
}

/** "2 hours", "an hour and a half", "two and a half hours", "half an hour", "1h30". */
export const readSpan: ReadAtom = (pieces, at) => {
  const { figure = null } = pieces[at] ?? {};
  if (figure?.kind === 'hours')
    return { kind: 'span', amount: figure.hours, unit: 'hour', clock: figure.clock, until: at + 1 };
  if (has(pieces[at], 'quarter hour')) return spanAtom(15, 'minute', at + 1);
  if (has(pieces[at], 'fortnight')) return spanAtom(2, 'week', at + 1);
  return shareOfUnit(pieces, at) ?? countedUnits(pieces, at);
};

function spanAtom(amount: number, unit: TimeUnit, until: number): Atom {
  return { kind: 'span', amount, unit, clock: null, until };
}

/** "Half an hour", "a quarter of an hour", "une demi-heure", "einer halben Stunde". */
function shareOfUnit(pieces: readonly Piece[], at: number): Atom | null {
  const start = pieces[at]?.number === 1 ? at + 1 : at;
  const share = has(pieces[start], 'half') ? 0.5 : has(pieces[start], 'quarter') ? 0.25 : null;
  if (share === null) return severalQuarters(pieces, at);
  const after = afterGlue(pieces, start + 1);
  const next = pieces[after]?.number === 1 ? after + 1 : after;
  const unit = unitAt(pieces, next);
  return unit && spanAtom(share, unit, next + 1);
}

/** "Three quarters of an hour". */
function severalQuarters(pieces: readonly Piece[], at: number): Atom | null {
  const count = amountAt(pieces, at);
  if (!count || !has(pieces[count.until], 'quarter')) return null;
  const after = afterGlue(pieces, count.until + 1);
  const next = pieces[after]?.number === 1 ? after + 1 : after;
  const unit = unitAt(pieces, next);
  return unit && spanAtom(count.value / 4, unit, next + 1);
}

/** "Two hours", "two and a half hours", "an hour and a half", "a few days", "1 hour 30 minutes". */
function countedUnits(pieces: readonly Piece[], at: number): Atom | null {
  if (has(pieces[at], 'few') && unitAt(pieces, at + 1))
    return spanAtom(3, unitAt(pieces, at + 1) ?? 'day', at + 2);
  const count = amountAt(pieces, at);
  if (!count) return null;
  const inner = halfMore(pieces, count.until);
  const unitPlace = inner ?? count.until;
  const whole = count.value + (inner === null ? 0 : 0.5);
  if (has(pieces[unitPlace], 'fortnight')) return spanAtom(2 * whole, 'week', unitPlace + 1);
  const unit = unitAt(pieces, unitPlace);
  if (!unit) return null;
  const outer = inner === null ? halfMore(pieces, unitPlace + 1) : null;
  if (outer !== null) return spanAtom(whole + 0.5, unit, outer);
  const more = unit === 'hour' ? minutesMore(pieces, unitPlace + 1) : null;
  return more
    ? spanAtom(whole * 60 + more.minutes, 'minute', more.until)
    : spanAtom(whole, unit, unitPlace + 1);
}

/** Where the words go on after "and a half"; null when they do not say that. */
function halfMore(pieces: readonly Piece[], at: number): number | null {
  const afterAnd = has(pieces[at], 'and') ? at + 1 : at;
  const isAnd = afterAnd > at;
  const half = isAnd && pieces[afterAnd]?.number === 1 ? afterAnd + 1 : afterAnd;
  const isDirect = !isAnd && pieces[at]?.ideas.size === 1;
  return has(pieces[half], 'half') && (isAnd || isDirect) && !pieces[half]?.isFirst
    ? half + 1
    : null;
}

function minutesMore(
  pieces: readonly Piece[],
  at: number,
): { minutes: number; until: number } | null {
  const start = has(pieces[at], 'and') ? at + 1 : at;
  const count = amountAt(pieces, start);
  return count && has(pieces[count.until], 'minute')
    ? { minutes: count.value, until: count.until + 1 }
    : null;
}
