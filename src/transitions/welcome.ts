import { shared, strong, type Text, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { nextBusinessTime, type Working } from '../shared/business-hours.ts';
import { day, hour, inZone, plus, since } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import type { Milestone } from './milestone.ts';
import { stretch } from './stretch.ts';
import type { Transition } from './transition.ts';

const welcomeLead = 7 * day;
const shortNotice = 12 * hour;
const stepsNamed = 8;

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
  readonly rhythm: string;
}

/** The first thing a customer reads from us: who this is, how the day goes, how to get a person. */
export function welcomeCard(welcome: Welcome, now: Date): Card<'shared'> {
  const { transition, vendorName, customerName, advocateName, rhythm } = welcome;
  const vendor = words(openly(vendorName));
  const customer = words(openly(customerName));
  const name = words(openly(transition.name));
  const advocate = strong(openly(advocateName));
  return sharedCard('welcome', transition.customerId, {
    body: [
      shared`I'm Handrail, ${vendor}'s advocate for ${customer} during the ${name}. ${advocate} is your person; I make sure you always know what is happening and always reach someone.`,
      ...planText(welcome, now),
      shared`I'll check in ${words(openly(rhythm))}.`,
    ],
    actions: [{ id: 'page.raise', label: 'Get a person', subject: transition.customerId }],
    foot: shared`Ask "what's happening now?" any time. If you get worried, type page and I'll fetch someone, at any hour.`,
  });
}

function planText(welcome: Welcome, now: Date): Text<'shared'>[] {
  const { transition, milestones } = welcome;
  const coming = milestones.filter(({ state }) => state === 'planned');
  const first = coming[0];
  if (!first)
    return [shared`The window is ${stretch(transition.windowFrom, transition.windowUntil)}.`];
  const named = coming.slice(0, stepsNamed).map(stepText).reduce(listed);
  const more = coming.length - stepsNamed;
  const rest = more > 0 ? shared`, and ${more} more` : shared``;
  return [
    shared`${words(openly(planLabel(first.plannedFrom, now, welcome.customerZone)))}: ${named}${rest}.`,
  ];
}

function stepText({ name, plannedFrom, plannedUntil }: Milestone): Text<'shared'> {
  return shared`${words(openly(name))} ${stretch(plannedFrom, plannedUntil)}`;
}

function listed(all: Text<'shared'>, one: Text<'shared'>): Text<'shared'> {
  return shared`${all}, ${one}`;
}

/** "Tonight" and "Today" only when they are true on the customer's clock. */
export function planLabel(from: Date, now: Date, timeZone: string): string {
  const local = inZone(from, timeZone);
  if (!local.hasSame(inZone(now, timeZone), 'day')) return 'The plan';
  return local.hour >= 17 ? 'Tonight' : 'Today';
}

const rungWords: Readonly<Record<string, string>> = {
  '30m': 'about every half hour',
  '1h': 'about every hour',
  '2h': 'about every two hours',
  '4h': 'about every four hours',
  '1d': 'once a day',
  '2d': 'every two days',
  '1w': 'once a week',
  '2w': 'every two weeks',
};
const ladder = Object.keys(rungWords);

/** How often we check in, from now through the window, within a manager's bounds (null = none set). */
export function rhythmWords(
  { phase, windowFrom }: Pick<Transition, 'phase' | 'windowFrom'>,
  bounds: { readonly min: string | null; readonly max: string | null },
  now: Date,
): string {
  const live = `${rungWords[within('1h', bounds)]} while it runs`;
  const first = `${rungWords[within('1d', bounds)]} at first`;
  const before = `${rungWords[within('2d', bounds)]} until it starts`;
  const isSoon = since(now, windowFrom) < 2 * day;
  const parts =
    phase === 'preparing'
      ? isSoon
        ? [live]
        : [before, live]
      : phase === 'live'
        ? [live]
        : [first];
  return [...parts, 'less as things settle'].join(', ');
}

function within(rung: string, { min, max }: { min: string | null; max: string | null }): string {
  const at = ladder.indexOf(rung);
  const low = min === null ? 0 : Math.max(0, ladder.indexOf(min));
  const high = max === null || !ladder.includes(max) ? ladder.length - 1 : ladder.indexOf(max);
  return ladder[Math.min(Math.max(at, low), high)] ?? rung;
}
