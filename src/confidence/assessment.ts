import type { Working } from '../shared/business-hours.ts';
import { day, inZone, plus, since } from '../shared/time.ts';
import { cadenceRate, confidenceAt, factorOf, nearFactor, prudentRate } from './confidence.ts';
import type { Evidence } from './evidence.ts';
import { type BadSpell, badSpells, type Outlook } from './outlook.ts';
import { confidencePolicy, type EvidenceKind } from './policy.ts';
import { type Standing, standingAt } from './standing.ts';

/** How sure we may be that the customer is fine, and why. */
export interface Assessment {
  /** Probability, 0 to 1, that the coming working week passes without trouble. */
  readonly confidence: number;
  /** In words for the vendor's people, most telling first. */
  readonly reasons: string[];
  /** Troubles per business hour over the next two working days, by the mean factor: what cadence uses. */
  readonly rate: number;
  /** Troubles per business hour over the next working week, by the prudent factor: what confidence uses. */
  readonly prudentRate: number;
  /** How this customer compares with an average one; 1 = average. */
  readonly factor: number;
  readonly standing: Standing;
  /** The expected bad days of the coming week, or now. */
  readonly badSpell: BadSpell | null;
}

/** Judges what is known of a customer at an instant. */
export function assess(
  outlook: Outlook,
  known: { readonly evidence: readonly Evidence[]; readonly customer: Working },
  now: Date,
): Assessment {
  const standing = standingAt(outlook, known.evidence, now);
  const badSpell = badSpells(outlook, now, plus(now, 7 * day))[0] ?? null;
  return {
    confidence: confidenceAt(outlook, standing, now),
    reasons: reasonsOf(outlook, { ...known, badSpell }, now),
    rate: cadenceRate(outlook, now, nearFactor(outlook, standing, now)),
    prudentRate: prudentRate(outlook, standing, now),
    factor: factorOf(standing).mean,
    standing,
    badSpell,
  };
}

interface Known {
  readonly evidence: readonly Evidence[];
  readonly customer: Working;
  readonly badSpell: BadSpell | null;
}

const recently = 14 * day;
const troubleWords: Readonly<Partial<Record<EvidenceKind, string>>> = {
  worried: 'worried',
  complaint: 'complained',
  page: 'asked for a person',
  'missed-promise': 'promise missed',
  'late-milestone': 'milestone late',
};

function reasonsOf(
  { course }: Outlook,
  { evidence, customer, badSpell }: Known,
  now: Date,
): string[] {
  const recent = evidence
    .filter(({ at }) => at <= now && since(at, now) <= recently)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const onDay = (at: Date): string =>
    inZone(at, customer.timeZone).setLocale('en-GB').toFormat('ccc d LLL');
  return [
    ...troubleReasons(recent, onDay),
    ...withdrawnReasons(recent, onDay),
    ...calmReasons(recent, onDay),
    ...(badSpell ? [spellReason(badSpell, onDay)] : []),
    ageReason(course, now),
  ];
}

function troubleReasons(recent: readonly Evidence[], onDay: (at: Date) => string): string[] {
  return Object.entries(troubleWords).flatMap(([kind, words]) => {
    const [last, ...more] = recent.filter(one => one.kind === kind && one.weight > 0);
    if (!last) return [];
    const times = more.length > 0 ? ` ${more.length + 1} times in two weeks, last` : '';
    return [`${words}${times} ${onDay(last.at)}`];
  });
}

function withdrawnReasons(recent: readonly Evidence[], onDay: (at: Date) => string): string[] {
  return recent
    .filter(({ kind, weight }) => confidencePolicy.troubles[kind] > 0 && weight === 0)
    .map(({ kind, at }) => `"${troubleWords[kind] ?? kind}" of ${onDay(at)} turned out to be none`);
}

function calmReasons(recent: readonly Evidence[], onDay: (at: Date) => string): string[] {
  const count = (kinds: readonly EvidenceKind[]): number =>
    recent.filter(one => kinds.includes(one.kind)).length;
  const good = count(['good', 'thanks']);
  const fine = count(['fine']);
  const words = count(['word']);
  const silent = recent.find(({ kind }) => kind === 'silence');
  const told = [
    ...(good > 0 ? [`${good} good ${good === 1 ? 'answer' : 'answers'} in two weeks`] : []),
    ...(fine > 0 ? [`${fine} "fine, one thing" in two weeks`] : []),
    ...(words > 0 ? ['wrote to us without a worry'] : []),
    ...(silent ? [`no answer on ${onDay(silent.at)}`] : []),
  ];
  return recent.length > 0 ? told : ['no word from them in two weeks'];
}

function spellReason({ name, from, until }: BadSpell, onDay: (at: Date) => string): string {
  const [first, last] = [onDay(from), onDay(until)];
  return first === last ? `${name} is ${first}` : `${name} is ${first} to ${last}`;
}

function ageReason({ windowFrom, windowUntil, isLive }: Outlook['course'], now: Date): string {
  if (isLive) return 'the window is open';
  if (now < windowFrom) return 'before the window';
  const days = Math.floor(since(windowUntil, now) / day);
  return days < 1
    ? 'the window has just closed'
    : `${days} ${days === 1 ? 'day' : 'days'} since the window`;
}
