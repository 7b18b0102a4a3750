import { dateIn, day, plus, since, wallClock } from '../../shared/time.ts';
import { momentIn, readInstant, stretchIn } from '../../understanding/times/moment.ts';

/** A leave as somebody says it. */
export interface SaidLeave {
  readonly from: Date;
  readonly until: Date;
  /** Who is there meanwhile; null when they did not say. */
  readonly standIn: string | null;
}

interface Where {
  readonly now: Date;
  readonly timeZone: string;
}

const away =
  /^(?:ok[,. ]+)?(?:leave\b|i(?:'m| am|'ll be| will be) (?:going to be )?(?:off|away|out of office|out|on (?:holiday|leave|vacation|parental leave))\b)/i;

const standing =
  /(?:[,;.–-]|\band\b)\s*(?:and )?(?<name>@?\p{L}[\p{L}\p{M}' -]{0,60}?) (?:will )?(?:stands? in|covers?|takes? over|looks? after|is (?:there|here|in))\b.*$/iu;

const numbers = ['zero', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const unitDays = { day: 1, week: 7, month: 30 } as const;

/** "I'm off for two weeks from Monday, Tom stands in": from when until when, and who is there. Null unless it is a day or more. Pure. */
export function readLeave(words: string, { now, timeZone }: Where): SaidLeave | null {
  const text = words.trim().replaceAll('’', "'");
  if (!away.test(text)) return null;
  const name = standing.exec(text);
  const when = text.replace(away, '').slice(0, name ? undefined : text.length);
  const said = name ? when.replace(standing, '') : when;
  const stretch = stretchOf(said.trim(), { now, timeZone });
  if (!stretch || since(stretch.from, stretch.until) < day) return null;
  return { ...stretch, standIn: name?.groups?.name?.replace(/^@/, '').trim() ?? null };
}

/** "I'm back": the leave is over. */
export function isBack(words: string): boolean {
  return /^(?:hi[,. ]+|hello[,. ]+|ok[,. ]+)?i(?:'m| am) back(?: (?:again|now|today|at work|from (?:holiday|leave|vacation)))?[.!]*$/i.test(
    words.trim().replaceAll('’', "'"),
  );
}

function stretchOf(said: string, where: Where): Omit<SaidLeave, 'standIn'> | null {
  const reckoning = { ...where, tense: 'future', defaultTime: '09:00' } as const;
  const long = /\bfor (?<count>\d{1,3}|an?|one|\w+) (?<unit>day|week|month)s?\b/i.exec(said);
  if (long?.groups) {
    const { count = '', unit = 'day' } = long.groups;
    const many =
      Number(count) || numbers.indexOf(count.replace(/^(?:an|one)$/i, 'a').toLowerCase());
    const begins = momentIn(said.replace(long[0], ' '), { ...reckoning, defaultTime: '00:00' });
    const from = begins && begins.at > where.now ? begins.at : where.now;
    const days = many * unitDays[unit.toLowerCase() as keyof typeof unitDays];
    return many > 0 ? { from, until: morningOf(plus(from, days * day), where) } : null;
  }
  const stretch = stretchIn(said, reckoning);
  if (stretch && !isUnclear(stretch.doubt)) return { from: stretch.from, until: stretch.until };
  const end = /\b(?:until|till)\b(.*)$/i.exec(said)?.[1];
  const exact = readInstant(end?.trim() ?? '');
  const back = end ? momentIn(end, reckoning) : null;
  if (exact) return { from: where.now, until: exact };
  return back && !isUnclear(back.doubt) ? { from: where.now, until: back.at } : null;
}

/** A leave may be longer than four weeks; anything else that is unclear is asked. */
function isUnclear(doubt: { readonly kind: string } | null): boolean {
  return doubt !== null && doubt.kind !== 'far';
}

function morningOf(at: Date, { timeZone }: Where): Date {
  return wallClock(dateIn(timeZone, at), '09:00', timeZone);
}
