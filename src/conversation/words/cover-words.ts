import { day, hour, inZone, plus, since } from '../../shared/time.ts';
import { momentIn, stretchIn } from '../../understanding/times/moment.ts';

/** The stretch for which somebody asks to be covered. */
export interface Wanted {
  readonly from: Date;
  readonly until: Date;
  /** Its hours were said; otherwise a short shift that begins in it is meant as a whole. */
  readonly isExact: boolean;
}

export interface CoverWords {
  readonly name: string;
  readonly wanted: Wanted | null;
}

interface Asking {
  readonly now: Date;
  readonly timeZone: string;
}

const asked =
  /^(?:can|could|will|would)\s+(.{1,60}?)\s+(?:please\s+)?(?:cover|take|do|stand in)\b(.*)$/isu;

/** "can Idris cover my night on Friday?": the colleague and the rest; null when it asks for something else. */
export function readCoverQuestion(text: string): { name: string; rest: string } | null {
  const [, name = '', rest = ''] = asked.exec(text.trim()) ?? [];
  const isOwn = /\b(?:my|for me|me)\b/i.test(rest);
  return name && isOwn && !/^(?:you|we|i|someone|anyone)$/i.test(name) ? { name, rest } : null;
}

/** "Idris on Friday night" or "Idris from Friday 22:00 until Saturday 06:00". Without a time, the next shift is meant. */
export function readCover(said: string, asking: Asking): CoverWords {
  const cut = said.search(
    /\s(?:from|on|for|my|this|next|tomorrow|tonight|between|mon|tue|wed|thu|fri|sat|sun)/i,
  );
  const name = (cut < 0 ? said : said.slice(0, cut)).replace(/[?.!]+$/, '').trim();
  const rest = cut < 0 ? '' : said.slice(cut);
  const reckoning = { ...asking, tense: 'future', defaultTime: '12:00' } as const;
  const stretch = stretchIn(rest, reckoning);
  if (stretch && !stretch.doubt && /\b(?:until|till|to)\b|[–-]\s*\d/.test(rest)) {
    return { name, wanted: { from: stretch.from, until: stretch.until, isExact: true } };
  }
  const isNight = /\bnight|tonight\b/i.test(rest);
  const moment = momentIn(rest.replace(/\bnight\b/gi, ''), reckoning);
  const at = moment?.at ?? (isNight ? asking.now : null);
  return { name, wanted: at ? stretchOf(at, asking.timeZone, isNight) : null };
}

/** As much of a shift as was meant: a short one as a whole, of a long one only what lies in the stretch. */
export function clipped(
  shift: { readonly from: Date; readonly until: Date },
  wanted: Wanted,
): { from: Date; until: Date } | null {
  const from = shift.from > wanted.from ? shift.from : wanted.from;
  const until = shift.until < wanted.until ? shift.until : wanted.until;
  if (from >= until) return null;
  const isShort = since(shift.from, shift.until) <= day;
  return isShort && !wanted.isExact ? { from: shift.from, until: shift.until } : { from, until };
}

/** That date, or the night that begins on it. */
function stretchOf(at: Date, timeZone: string, isNight: boolean): Wanted {
  const midnight = inZone(at, timeZone).startOf('day');
  const from = (isNight ? midnight.plus({ hours: 18 }) : midnight).toJSDate();
  const until = isNight ? plus(from, 15 * hour) : midnight.plus({ days: 1 }).toJSDate();
  return { from, until, isExact: false };
}
