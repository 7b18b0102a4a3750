import type { DateTime } from 'luxon';
import {
  type OpenSpan,
  shared,
  strong,
  type Text,
  type TimeStyle,
  term,
  time,
  words,
} from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { rhythms } from '../delivery/phrases/rhythm.ts';
import { nextBusinessTime, type Working } from '../shared/business-hours.ts';
import { day, hour, inZone, plus, since } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import type { Milestone } from './milestone.ts';
import { stretch } from './stretch.ts';
import type { Transition } from './transition.ts';

const welcomeLead = 7 * day;
const shortNotice = 12 * hour;
const stepsNamed = 12;

/**
 * When Handrail introduces itself: in working hours within the week before the window; at short
 * notice when no working hour is left before it; at once in the window.
 */
export function welcomeAt(
  { phase, windowFrom }: Pick<Transition, 'phase' | 'windowFrom'>,
  customer: Working,
  now: Date,
): Date {
  if (phase === 'live') return now;
  if (phase !== 'preparing') return nextBusinessTime(now, customer);
  const from = later(now, plus(windowFrom, -welcomeLead));
  const working = nextBusinessTime(from, customer);
  return working < windowFrom ? working : later(from, plus(windowFrom, -shortNotice));
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** What the welcome says, besides the plan. */
export interface Welcome {
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  readonly vendorName: string;
  readonly customerName: string;
  readonly customerZone: string;
  readonly advocateName: string;
  /** How often it checks in, as words: "about every hour while it runs". */
  readonly rhythm: Text<'shared'>;
}

/** The first thing a customer reads from us: who this is, how the day goes, how to get a person. */
export function welcomeCard(welcome: Welcome, now: Date): Card<'shared'> {
  const { transition, vendorName, customerName, advocateName, rhythm } = welcome;
  const vendor = ofVendor(vendorName);
  const customer = words(openly(customerName));
  const name = words(openly(transition.name));
  const advocate = strong(openly(advocateName));
  return sharedCard('welcome', transition.customerId, {
    body: [
      shared`I'm Handrail, ${vendor} advocate for ${customer} during the ${name}. ${advocate} is your person; I make sure you always know what is happening and always reach someone.`,
      ...planText(welcome, now),
      shared`I'll check in ${rhythm}.`,
    ],
    actions: [{ id: 'page.raise', label: 'Get a person', subject: transition.customerId }],
    foot: shared`Ask "what's happening now?" any time. If you get worried, type page and I'll fetch someone, at any hour.`,
  });
}

/** A line for each day of the plan; a night belongs to the evening it began in. */
function planText(welcome: Welcome, now: Date): Text<'shared'>[] {
  const { transition, milestones, customerZone } = welcome;
  const coming = milestones.filter(({ state }) => state === 'planned');
  if (coming.length === 0) {
    return [shared`The window is ${stretch(transition.windowFrom, transition.windowUntil)}.`];
  }
  const lines = eveningsOf(coming.slice(0, stepsNamed), customerZone).map(steps =>
    evening(steps, now, customerZone),
  );
  const more = coming.length - stepsNamed;
  return more > 0 ? [...lines, shared`And ${more} more after that.`] : lines;
}

/** Steps in the order of the plan, split where a new day begins; a day ends at six in the morning. */
export function eveningsOf(steps: readonly Milestone[], timeZone: string): Milestone[][] {
  const days = new Map<string, Milestone[]>();
  for (const step of steps) {
    const date = dayOf(step.plannedFrom, timeZone).toFormat('yyyy-MM-dd');
    days.set(date, [...(days.get(date) ?? []), step]);
  }
  return [...days.values()];
}

function dayOf(at: Date, timeZone: string): DateTime {
  return inZone(at, timeZone).minus({ hours: 6 });
}

function evening(steps: readonly Milestone[], now: Date, timeZone: string): Text<'shared'> {
  const first = steps[0]?.plannedFrom ?? now;
  const label = dayLabel(first, now, timeZone);
  const day = label ?? time(first, 'day');
  // "Tonight … 01:00" is clear; "Fri 6 Mar: … 01:00" would name the wrong day.
  const turn = label === null && steps.find(step => !isSameDate(step.plannedFrom, first, timeZone));
  const texts = steps.map(step => stepText(step, step === turn ? 'clock' : 'bare'));
  return shared`${day}: ${texts.reduce(listed)}.`;
}

function isSameDate(a: Date, b: Date, timeZone: string): boolean {
  return inZone(a, timeZone).hasSame(inZone(b, timeZone), 'day');
}

/** `clock` names the day too: the first step after midnight says so. */
function stepText(
  { name, plannedFrom, plannedUntil }: Milestone,
  style: TimeStyle,
): Text<'shared'> {
  const from = shared`${words(openly(name))} ${time(plannedFrom, style)}`;
  if (plannedFrom.getTime() === plannedUntil.getTime()) return from;
  const isShort = since(plannedFrom, plannedUntil) < 20 * hour;
  return shared`${from}–${time(plannedUntil, isShort ? 'bare' : 'clock')}`;
}

function listed(all: Text<'shared'>, one: Text<'shared'>): Text<'shared'> {
  return shared`${all}, ${one}`;
}

const tonight = term('Tonight', {
  de: 'Heute Abend',
  fr: 'Ce soir',
  es: 'Esta noche',
  pt: 'Hoje à noite',
  ja: '今夜',
});

const today = term('Today', { de: 'Heute', fr: "Aujourd'hui", es: 'Hoy', pt: 'Hoje', ja: '本日' });

/** "Tonight" and "Today" only when they are true on the customer's clock; null = name the day. */
export function dayLabel(from: Date, now: Date, timeZone: string): OpenSpan | null {
  if (!dayOf(from, timeZone).hasSame(dayOf(now, timeZone), 'day')) return null;
  return inZone(from, timeZone).hour >= 17 ? tonight : today;
}

/** "Acme's", "Fernhollow Systems'"; the other languages' sentences take the bare name. */
function ofVendor(name: string): OpenSpan {
  const english = /s$/i.test(name) ? `${name}'` : `${name}'s`;
  return term(english, { de: name, fr: name, es: name, pt: name, ja: name });
}

const rungWords = {
  '30m': 'about every half hour',
  '1h': 'about every hour',
  '2h': 'about every two hours',
  '4h': 'about every four hours',
  '1d': 'once a day',
  '2d': 'every two days',
  '1w': 'once a week',
  '2w': 'every two weeks',
} as const;

type Rung = keyof typeof rungWords;

const ladder = Object.keys(rungWords) as Rung[];

/** How often we check in, from now through the window, within a manager's bounds (null = none set). */
export function rhythmText(
  { phase, windowFrom }: Pick<Transition, 'phase' | 'windowFrom'>,
  bounds: { readonly min: string | null; readonly max: string | null },
  now: Date,
): Text<'shared'> {
  const live = shared`${rungTerm(within('1h', bounds))} while it runs`;
  const first = shared`${rungTerm(within('1d', bounds))} at first`;
  const before = shared`${rungTerm(within('2d', bounds))} until it starts`;
  const isSoon = since(now, windowFrom) < 2 * day;
  const settles = shared`less as things settle`;
  if (phase === 'live' || (phase === 'preparing' && isSoon)) return shared`${live}, ${settles}`;
  return phase === 'preparing'
    ? shared`${before}, ${live}, ${settles}`
    : shared`${first}, ${settles}`;
}

function rungTerm(rung: Rung): OpenSpan {
  return term(rungWords[rung], rhythms[rung]);
}

function within(rung: Rung, { min, max }: { min: string | null; max: string | null }): Rung {
  const names: readonly (string | null)[] = ladder;
  const at = names.indexOf(rung);
  const low = Math.max(0, names.indexOf(min));
  const high = names.includes(max) ? names.indexOf(max) : ladder.length - 1;
  return ladder[Math.min(Math.max(at, low), high)] ?? rung;
}
