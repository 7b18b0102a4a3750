import { hour, since } from '../shared/time.ts';
import { hoursUntil } from './calendar.ts';
import type { Evidence } from './evidence.ts';
import { ageBetween, type Outlook } from './outlook.ts';
import { confidencePolicy } from './policy.ts';

/** What is known of a customer at a moment: troubles seen among troubles expected, both faded by age. */
export interface Standing {
  readonly seen: number;
  readonly expected: number;
  /** By how much the latest troubles raise the rate at that moment; 0 = not at all. */
  readonly aftershock: number;
  /** The moment, in business hours of the outlook's calendar. */
  readonly hour: number;
  /** The last trouble in the customer's own voice. */
  readonly trouble: Date | null;
}

/** A standing that can be continued: it knows up to where the customer has told us. */
export interface Memory extends Standing {
  readonly told: number | null;
}

/** Nothing is known yet. */
export const blank: Memory = {
  seen: 0,
  expected: 0,
  aftershock: 0,
  hour: 0,
  told: null,
  trouble: null,
};

/** Folds evidence, in any order, into what is known at `at`. */
export function standingAt(outlook: Outlook, evidence: readonly Evidence[], at: Date): Standing {
  const inOrder = evidence
    .filter(one => one.at <= at)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const memory = inOrder.reduce((known, one) => remembered(outlook, known, one), blank);
  return fadedTo(outlook, memory, at);
}

/** The same at several moments, the earliest first, in one walk through the evidence. */
export function standingsAt(
  outlook: Outlook,
  evidence: readonly Evidence[],
  moments: readonly Date[],
): Standing[] {
  const left = evidence.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let memory = blank;
  return moments.map(at => {
    const end = left.findIndex(one => one.at > at);
    const heard = left.splice(0, end === -1 ? left.length : end);
    memory = heard.reduce((known, one) => remembered(outlook, known, one), memory);
    return fadedTo(outlook, memory, at);
  });
}

/** What is known once one more thing was heard, which is not older than what was heard before. */
export function remembered(outlook: Outlook, before: Memory, one: Evidence): Memory {
  const memory = fadedTo(outlook, before, one.at);
  const isSame = isVoiced(one) && memory.trouble !== null && isSoonAfter(memory.trouble, one.at);
  const share = confidencePolicy.tells[one.kind];
  const told = share === null ? 0 : share * toldBy(outlook, memory);
  return {
    hour: memory.hour,
    seen: memory.seen + (isSame ? 0 : one.weight),
    expected: memory.expected + told,
    aftershock: memory.aftershock + (isSame ? 0 : shockOf(one)),
    told: share === null ? memory.told : memory.hour,
    trouble: isVoiced(one) && !isSame ? one.at : memory.trouble,
  };
}

/** The same, as it counts at a later instant. */
export function fadedTo(outlook: Outlook, memory: Memory, at: Date): Memory {
  const { halfLifeHours, aftershock } = confidencePolicy;
  const here = hoursUntil(outlook.calendar, at);
  const hours = Math.max(0, here - memory.hour);
  const fade = 2 ** (-hours / halfLifeHours);
  return {
    ...memory,
    hour: here,
    seen: memory.seen * fade,
    expected: memory.expected * fade,
    aftershock: memory.aftershock * Math.exp(-hours / aftershock.fadeHours),
  };
}

/** The customer told of trouble so lately that its aftershocks are likely: within three working days. */
export function isShaken(
  { calendar }: Outlook,
  { trouble }: Pick<Standing, 'trouble'>,
  at: Date,
): boolean {
  if (!trouble) return false;
  const hours = hoursUntil(calendar, at) - hoursUntil(calendar, trouble);
  return hours < confidencePolicy.aftershock.fadeHours;
}

/** Trouble as the customer itself tells it. */
export function isVoiced({ kind }: Evidence): boolean {
  return kind === 'worried' || kind === 'complaint' || kind === 'page';
}

/** So soon after another that it is the same trouble. */
export function isSoonAfter(first: Date, later: Date): boolean {
  return since(first, later) < confidencePolicy.sameTroubleHours * hour;
}

/** What was withdrawn shakes nobody. */
function shockOf({ kind, weight }: Evidence): number {
  return weight > 0 ? (confidencePolicy.aftershock.raises[kind] ?? 0) : 0;
}

const stepHours = 8;

/** Troubles expected in the time a sign speaks for, as they count at the sign. */
function toldBy(outlook: Outlook, { told, hour: there }: Memory): number {
  const { kinds, halfLifeHours } = confidencePolicy;
  const { typical } = kinds[outlook.course.kind];
  let total = 0;
  for (let a = toldFrom(outlook, told, there); a < there; a += stepHours) {
    const b = Math.min(there, a + stepHours);
    const fade = 2 ** (-(there - (a + b) / 2) / halfLifeHours);
    total += typical * ageBetween(outlook, a, b) * fade;
  }
  return total;
}

/** Where the time begins that a sign speaks for. */
function toldFrom({ opens }: Outlook, told: number | null, there: number): number {
  const { tellsAtMostHours, firstTellsHours } = confidencePolicy;
  const earliest = Math.max(0, there - tellsAtMostHours);
  if (told !== null) return Math.max(told, earliest);
  return there > opens ? Math.max(opens, earliest) : Math.max(0, there - firstTellsHours);
}
