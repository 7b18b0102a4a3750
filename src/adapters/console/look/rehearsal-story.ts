import type { Stored } from '../../../setup/stored/load-stored.ts';
import { day, hour, minute, plus, since } from '../../../shared/time.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import type { Transition } from '../../../transitions/transition.ts';

/** What happens in a rehearsal of a window. */
export const storyNames = ['calm', 'page', 'quiet'] as const;
export type StoryName = (typeof storyNames)[number];

/** A window with what a story needs to know of whom it is about. */
export interface Rehearsable {
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  readonly leaderId: string | null;
  readonly advocateId: string;
  /** Where the customer speaks with us; null = nowhere yet. */
  readonly sharedPlaceId: string | null;
  readonly stored: Stored;
}

const before = 2 * hour;
const after = 12 * hour;
/** More than that nobody reads. */
const longest = 4 * day;
const takenAfter = 25 * minute;

/** The stretch that is lived through: the window, with a little before it and after it. */
export function rehearsedStretch({ windowFrom, windowUntil }: Transition) {
  const from = plus(windowFrom, -before);
  const end = plus(windowUntil, after);
  const last = plus(from, longest);
  return { from, until: end < last ? end : last };
}

/** A scenario of one window, as `handrail rehearse` reads it: the plan and the people as they are set up, and what they do. */
export function storyText(story: StoryName, window: Rehearsable): string {
  const { from, until } = rehearsedStretch(window.transition);
  const script = story === 'quiet' ? [] : [...stepsAsPlanned(window), ...answers(window)];
  const trouble = story === 'page' ? pageOf(window) : [];
  return JSON.stringify({
    setup: setupOf(window),
    from: from.toISOString(),
    until: until.toISOString(),
    script: [...script, ...trouble],
  });
}

/** The setup with this one window in it, so that nothing else happens; other systems are not told. */
function setupOf({ stored, transition }: Rehearsable): object {
  const { organisation, people, schedules, escalations } = stored;
  const customers = stored.customers.map(customer => ({
    ...customer,
    transitions: entriesOf(customer.transitions).filter(({ id }) => id === transition.key),
  }));
  return { organisation, people, customers, schedules, escalations };
}

function entriesOf(value: unknown): { readonly id?: unknown }[] {
  return Array.isArray(value) ? value : [];
}

function stepsAsPlanned({ milestones, transition, advocateId }: Rehearsable): object[] {
  const { from, until } = rehearsedStretch(transition);
  const steps = milestones.filter(
    ({ plannedFrom, plannedUntil }) => plannedFrom >= from && plannedUntil <= until,
  );
  return steps.flatMap(({ key, plannedFrom, plannedUntil }) => [
    { at: plannedFrom.toISOString(), milestone: key, becomes: 'underway', by: advocateId },
    { at: plannedUntil.toISOString(), milestone: key, becomes: 'done', by: advocateId },
  ]);
}

function answers({ leaderId, transition }: Rehearsable): object[] {
  if (!leaderId) return [];
  const from = rehearsedStretch(transition).from.toISOString();
  return [{ from, person: leaderId, answers: 'check-in.good', within: '20m' }];
}

/** A third of the way through their leader shouts; the advocate takes the page after 25 minutes, when others were called as well. */
function pageOf({ transition, leaderId, sharedPlaceId, advocateId }: Rehearsable): object[] {
  if (!leaderId || !sharedPlaceId) return [];
  const { windowFrom, windowUntil } = transition;
  const shout = plus(windowFrom, since(windowFrom, windowUntil) / 3);
  const at = (later: number) => plus(shout, later).toISOString();
  const says = 'urgent: nothing works any more, please get someone right now';
  const word = 'update shared: I am looking at it, next word in 15 minutes';
  const end = 'resolve shared: It works again, and we have looked at everything else.';
  return [
    { at: at(0), person: leaderId, place: sharedPlaceId, says },
    { at: at(takenAfter), person: advocateId, presses: 'page.acknowledge' },
    { at: at(takenAfter + 2 * minute), person: advocateId, says: word },
    { at: at(takenAfter + 15 * minute), person: advocateId, says: end },
  ];
}
