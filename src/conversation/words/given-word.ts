import { dateIn, nextDate, plus, wallClock } from '../../shared/time.ts';
import { momentIn } from '../../understanding/times/moment.ts';

/** A promise somebody wrote in passing: "I'll send the report by Friday". */
export interface GivenWord {
  readonly text: string;
  readonly by: Date;
  /** No time was said; the one here is the end of the next day. */
  readonly isGuessed: boolean;
}

interface Where {
  readonly now: Date;
  readonly timeZone: string;
}

/** Somebody saying what they, or we, will do: English, German, French, Spanish, Portuguese, Japanese. */
const will =
  /\b(?:i|we)(?:['’]ll| will| shall| promise(?: you)? to|['’]m going to| am going to|['’]re going to| are going to)\b|\byou(?:['’]ll| will) (?:have|get|hear|receive)\b|\b(?:ich|wir)\b|\b(?:je|nous)\b|\b\p{L}+(?:ré|remos|rei)(?!\p{L})|(?:します|送ります|連絡します|お送りします)/iu;

const promising = /\b(?:i|we) promise\b/i;

/** What a time to do it by is told with. A bare weekday is one as well: "I'll send it on Friday". */
const due =
  /\b(?:by|before|at|on|in|within|today|tonight|tomorrow|this (?:morning|afternoon|evening)|next|bis|heute|morgen|am|d['’]ici|avant|demain|aujourd['’]hui|antes del?|para el|mañana|hoy|até|amanhã|hoje)\b|までに|今日|明日/iu;

/** What only sounds like one: not, perhaps, on a condition, a question, how long one is there. */
const hedged =
  /\?|(?:\bnot|n['’]t|\bnever|\btry|\bhope|\bmaybe|\bperhaps|\bmight|\bif|\bunless|\buntil|\btill|\bwhether|\bnicht|\bnie|\bvielleicht|\bfalls|\bwenn|\bversuche|\bhoffe|\bpas|\bpeut-être|\bessaie\w*|\bespère|\bquizás?|\bno|\bintentar\w*|\btalvez|\bnão|\btentar\w*)\b|\bi['’]ll be (?:on|off|away|out|back|in|around|here)\b|かも/iu;

/** The promise these words give, with its time; null when they give none. Pure. */
export function readGivenWord(words: string, { now, timeZone }: Where): GivenWord | null {
  for (const clause of clausesOf(words)) {
    if (!will.test(clause) || hedged.test(clause)) continue;
    const reckoning = { now, timeZone, tense: 'future', defaultTime: '17:00' } as const;
    const moment = due.test(clause) ? momentIn(clause, reckoning) : null;
    if (moment && !moment.doubt && moment.at > now) {
      return { text: deedOf(clause), by: moment.at, isGuessed: false };
    }
    if (!promising.test(clause)) continue;
    return { text: deedOf(clause), by: endOfNextDay({ now, timeZone }), isGuessed: true };
  }
  return null;
}

const longest = 300;

function clausesOf(words: string): string[] {
  return words
    .slice(0, longest)
    .split(/[.!;\n]+(?:\s|$)|(?<=\?)|。/u)
    .map(clause => clause.trim())
    .filter(clause => clause !== '');
}

/** "I'll send the report by Friday": what is done, where English says so, else the sentence as it stands. */
function deedOf(clause: string): string {
  const said =
    /\b(?:i|we)(?:['’]ll| will| shall| promise(?: you)? to|['’]m going to| am going to|['’]re going to| are going to)\s+(.+)$/i.exec(
      clause,
    );
  const deed = said?.[1] ?? clause;
  const cut = /^(.{4,}?),?\s+(?:by|before|within)\s+(?!\w+ing\b)[^,]+$/i.exec(deed);
  return (cut?.[1] ?? deed).trim();
}

function endOfNextDay({ now, timeZone }: Where): Date {
  const end = wallClock(nextDate(dateIn(timeZone, now)), '17:00', timeZone);
  return end > now ? end : plus(now, 1);
}
