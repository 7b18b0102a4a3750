import { parseRung, type Rung } from '../../check-ins/cadence/cadence.ts';
import { day, hour, minute, week } from '../../shared/time.ts';
import { foldAccents } from '../../understanding/normalise.ts';

/** A rhythm we do not keep as it was said: what comes nearest, and why it is another. */
export interface Interval {
  readonly rung: Rung;
  readonly because: 'nearest' | 'weekdays' | 'passing';
}

/** How long each rung waits; on request has no length. */
const lengths: readonly (readonly [Rung, number])[] = [
  ['30m', 30 * minute],
  ['1h', hour],
  ['2h', 2 * hour],
  ['4h', 4 * hour],
  ['1d', day],
  ['2d', 2 * day],
  ['1w', week],
  ['2w', 2 * week],
];

const units: Readonly<Record<string, number>> = { m: minute, h: hour, d: day, w: week };
const counted =
  /^(?:every )?(\d{1,3}) ?(?:(m)(?:in(?:ute)?s?)?|(h)(?:(?:ou)?rs?)?|(d)(?:ays?)?|(w)(?:eeks?)?)$/;
const weekday = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const weekdays = new RegExp(
  `^(?:(?:on|every) )?(${weekday}(?:(?:,| and|, and| &)? ${weekday})*)(?: (?:at )?\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?)?$`,
);
const passing = /^(.+?) (?:for (?:tonight|today|now|the (?:night|day|weekend))|tonight|today)$/;

/** "every 3 hours", "mon and thu 9:00", "hourly for tonight": the rung that comes nearest; null when it is no rhythm. */
export function readInterval(said: string): Interval | null {
  const words = said.trim().toLowerCase().replace(/\s+/g, ' ');
  const apart = lengthOf(words);
  if (apart !== null) return { rung: nearestTo(apart), because: 'nearest' };
  const named = weekdays.exec(words)?.[1];
  if (named) {
    const days = new Set(named.match(new RegExp(weekday, 'g'))?.map(each => each.slice(0, 3)));
    return { rung: nearestTo(week / days.size), because: 'weekdays' };
  }
  const rung = parseRung(passing.exec(words)?.[1] ?? '');
  return rung ? { rung, because: 'passing' } : null;
}

function lengthOf(words: string): number | null {
  const [, count, ...letters] = counted.exec(words) ?? [];
  const unit = units[letters.find(letter => letter) ?? ''];
  return count && unit && Number(count) > 0 ? Number(count) * unit : null;
}

const numbers =
  'one a an eine einer eins ein une un una uma|two zwei deux dos dois duas|three drei trois tres|four vier quatre cuatro quatro|five funf fuenf cinq cinco|six sechs seis|seven sieben sept siete sete|eight acht huit ocho oito|nine neun neuf nueve nove|ten zehn dix diez dez|eleven elf onze once|twelve zwolf zwoelf douze doce doze';
const inWords = new Map(
  numbers.split('|').flatMap((same, index) => same.split(' ').map(word => [word, index + 1])),
);
const unitWords: readonly (readonly [RegExp, number])[] = [
  [/^min(?:s|uten?|utes?|utos?)?$/, minute],
  [/^(?:h|hrs?|hours?|std|stunden?|heures?|horas?)$/, hour],
  [/^(?:days?|tage?|jours?|dias?)$/, day],
  [/^(?:weeks?|wochen?|semaines?|semanas?)$/, week],
];
const spoken =
  /\b(?:every|each|once(?: every)?|alle|aller|jede[nrs]?|einmal(?: in der)?|tou(?:te)?s les|une fois par|cada|una vez a la|una vez por|uma vez por) (?:(?:pro|die) )?(\p{L}+|\d{1,3}) ?(\p{L}*)/gu;
const halfHour = /\b(?:half (?:an )?hour|halbe stunde|demi[- ]heure|media hora|meia hora)/;
const hourly = /\b(?:hourly|stundlich|stuendlich)\b/;
const japanese = /(\d{1,2})\s?(分|時間|日|週間)(?:ごと|毎|おき|に一回|に1回)/u;
const japaneseUnits: Readonly<Record<string, number>> = {
  分: minute,
  時間: hour,
  日: day,
  週間: week,
};

/** "Every two hours is plenty", "alle vier Stunden": the closest rung that is no quicker than that; null when no such span is said. */
export function readSpan(text: string): Rung | null {
  const [, count, unit = ''] = japanese.exec(text) ?? [];
  const apart = count ? Number(count) * (japaneseUnits[unit] ?? 0) : spanIn(text);
  return apart ? (lengths.find(([, length]) => length >= apart)?.[0] ?? '2w') : null;
}

function spanIn(text: string): number | null {
  const said = foldAccents(text.toLowerCase());
  if (halfHour.test(said)) return 30 * minute;
  if (hourly.test(said)) return hour;
  for (const [, first = '', second = ''] of said.matchAll(spoken)) {
    const one = lengthNamed(first);
    const length = one ?? lengthNamed(second);
    const times = one ? 1 : /^\d/.test(first) ? Number(first) : inWords.get(first);
    if (length && times) return times * length;
  }
  return null;
}

function lengthNamed(word: string): number | undefined {
  return unitWords.find(([pattern]) => pattern.test(word))?.[1];
}

/** As a ratio: three hours are nearer to four than to two. */
function nearestTo(apart: number): Rung {
  const distance = (length: number) => Math.abs(Math.log(length / apart));
  return lengths.reduce((best, each) => (distance(each[1]) < distance(best[1]) ? each : best))[0];
}
