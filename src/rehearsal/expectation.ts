import { inZone, isBefore } from '../shared/time.ts';
import type { EventLine, Line, MessageLine } from './line.ts';
import type { Expectation, Wanted } from './scenario.ts';

type Seen = MessageLine | EventLine;

/** Judges every expectation against the whole transcript: how many passed, and a sentence for each that failed. */
export function judgeExpectation(
  expectations: readonly Expectation[],
  lines: readonly Line[],
  told: { readonly file: string; readonly timeZone: string },
): { passed: number; failures: string[] } {
  const seen = lines.filter(line => line.kind === 'message' || line.kind === 'event');
  const failures = expectations.flatMap(expectation => {
    const failure = failureOf(expectation, seen, told.timeZone);
    if (failure === null) return [];
    const place = expectation.line === null ? told.file : `${told.file}:${expectation.line}`;
    return [`${place} ${failure}`];
  });
  return { passed: expectations.length - failures.length, failures };
}

function failureOf(expectation: Expectation, seen: readonly Seen[], zone: string): string | null {
  const found = seen.filter(
    line => isWithin(line, expectation) && misfits(line, expectation.what).length === 0,
  );
  const { atLeast, atMost } = expectation;
  if (found.length >= atLeast && (atMost === null || found.length <= atMost)) return null;
  const expected = `expected ${wantedWords(expectation, zone)}`;
  const surplus = atMost === null ? undefined : found[atMost];
  if (surplus) {
    const which = atMost === 0 ? '' : 'the first too many ';
    return `${expected}; seen ${counted(found.length)}, ${which}${lineWords(surplus, zone)}`;
  }
  const times = found.length === 0 ? 'not seen' : `seen only ${counted(found.length)}`;
  const nearest = nearestOf(expectation, seen);
  if (!nearest) return `${expected}; ${times}, and nothing like it`;
  const why = reasonsOf(nearest, expectation).join(', ');
  return `${expected}; ${times}. Nearest: ${lineWords(nearest, zone)}${why && ` (${why})`}`;
}

function isWithin({ at }: Seen, { from, until }: Expectation): boolean {
  return !(from && isBefore(at, from)) && !(until && isBefore(until, at));
}

/** What of the wanted a line does not have. */
function misfits(line: Seen, wanted: Wanted): string[] {
  const parts = partsOf(line);
  const wrong: string[] = [];
  if (line.kind !== wanted.kind) wrong.push(`a ${line.kind}`);
  if (wanted.name !== null && parts.name !== wanted.name) wrong.push(`it is ${parts.name}`);
  if (wanted.to !== null && parts.to !== wanted.to) wrong.push(`it went to ${parts.to}`);
  if (wanted.customer !== null && parts.customer !== wanted.customer)
    wrong.push('another customer');
  if (wanted.via !== null && parts.via !== wanted.via) wrong.push(`it came by ${parts.via}`);
  if (wanted.audience !== null && parts.audience !== wanted.audience) {
    wrong.push(`it is ${parts.audience}`);
  }
  if (wanted.offers !== null && !parts.offers.includes(wanted.offers)) {
    wrong.push(`it offers ${parts.offers.join(', ') || 'nothing'}`);
  }
  if (wanted.edited !== null && parts.edited !== wanted.edited) {
    wrong.push(parts.edited ? 'it is an edit' : 'it is no edit');
  }
  for (const words of wanted.contains) {
    if (!line.text.includes(words)) wrong.push(`without "${words}"`);
  }
  if (wanted.matches && !wanted.matches.test(line.text)) wrong.push(`not like ${wanted.matches}`);
  return wrong;
}

interface Parts {
  readonly name: string;
  readonly to: string | null;
  readonly customer: string | null;
  readonly via: string | null;
  readonly audience: string;
  readonly offers: readonly string[];
  readonly edited: boolean;
}

function partsOf(line: Seen): Parts {
  if (line.kind === 'event') {
    const { event: name, customer, visibility: audience } = line;
    return { name, to: null, customer, via: null, audience, offers: [], edited: false };
  }
  const { message: name, to, customer, via, audience, edited } = line;
  return { name, to, customer, via, audience, offers: line.actions.map(({ id }) => id), edited };
}

/** The line that misses the fewest parts; among equals the one nearest in time. */
function nearestOf(expectation: Expectation, seen: readonly Seen[]): Seen | null {
  let nearest: { line: Seen; misses: number; away: number } | null = null;
  for (const line of seen) {
    if (line.kind !== expectation.what.kind) continue;
    const away = distance(line.at, expectation);
    const misses = missesOf(line, expectation.what) + (away > 0 ? 1 : 0);
    const isNearer =
      !nearest || misses < nearest.misses || (misses === nearest.misses && away < nearest.away);
    if (misses > 0 && isNearer) nearest = { line, misses, away };
  }
  return nearest && nearest.misses <= 4 ? nearest.line : null;
}

/** How much a line lacks; another name weighs most, because such a line is seldom what was meant. */
function missesOf(line: Seen, wanted: Wanted): number {
  const isOther = wanted.name !== null && partsOf(line).name !== wanted.name;
  return misfits(line, wanted).length + (isOther ? 2 : 0);
}

function distance(at: Date, { from, until }: Expectation): number {
  if (from && isBefore(at, from)) return from.getTime() - at.getTime();
  if (until && isBefore(until, at)) return at.getTime() - until.getTime();
  return 0;
}

function reasonsOf(line: Seen, expectation: Expectation): string[] {
  const { from, until } = expectation;
  const reasons = misfits(line, expectation.what);
  if (from && isBefore(line.at, from)) reasons.push('too early');
  if (until && isBefore(until, line.at)) reasons.push('too late');
  return reasons;
}

/** "at least 2 check-in to northwind-shared that contain "…", from Fri 6 Mar 18:00 until …" */
function wantedWords({ what, from, until, atLeast, atMost }: Expectation, zone: string): string {
  const words = [countWords(atLeast, atMost), what.name ?? what.kind];
  if (what.to !== null) words.push(`to ${what.to}`);
  if (what.customer !== null) words.push(`about ${what.customer}`);
  if (what.via !== null) words.push(`by ${what.via}`);
  if (what.audience !== null) words.push(`(${what.audience})`);
  if (what.edited !== null) words.push(what.edited ? 'edited in place' : 'newly sent');
  if (what.offers !== null) words.push(`offering ${what.offers}`);
  for (const part of what.contains) words.push(`with "${part}"`);
  if (what.matches) words.push(`like ${what.matches}`);
  if (from) words.push(`from ${momentWords(from, zone)}`);
  if (until) words.push(`until ${momentWords(until, zone)}`);
  return words.join(' ');
}

function countWords(atLeast: number, atMost: number | null): string {
  if (atMost === 0) return 'no';
  if (atMost === null) return atLeast === 1 ? 'a' : `at least ${atLeast}`;
  if (atLeast === atMost) return `exactly ${atLeast}`;
  return atLeast === 0 ? `at most ${atMost}` : `${atLeast} to ${atMost}`;
}

function counted(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function lineWords(line: Seen, zone: string): string {
  const { name, to } = partsOf(line);
  const text = line.text.replace(/\s+/g, ' ');
  const short = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  return `${momentWords(line.at, zone)} ${name}${to ? ` to ${to}` : ''}: "${short}"`;
}

function momentWords(at: Date, zone: string): string {
  return inZone(at, zone).setLocale('en-GB').toFormat('ccc d LLL HH:mm');
}
