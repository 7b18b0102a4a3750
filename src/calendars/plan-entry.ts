import type { Milestone } from '../transitions/milestone.ts';
import type { Transition } from '../transitions/transition.ts';
import type { CalendarEntry } from './calendar.ts';

/** What is said behind a step's name; what is only planned says nothing. */
const marks: Readonly<Record<Milestone['state'], string>> = {
  planned: '',
  underway: ' (underway)',
  done: ' (done)',
  late: ' (late)',
  cancelled: ' (cancelled)',
  'rolled-back': ' (rolled back)',
};

/** A window as it stands in a calendar. */
export function windowEntry({ id, name, windowFrom, windowUntil }: Transition): CalendarEntry {
  const uid = `window-${id}`;
  return { uid, summary: name, from: windowFrom, until: windowUntil, takes: 'nothing' };
}

/** A step as it stands in a calendar, at the time it has by now. */
export function stepEntry(step: Milestone): CalendarEntry {
  const { id, name, state, plannedFrom: from, plannedUntil: until } = step;
  const isCancelled = state === 'cancelled' || state === 'rolled-back';
  const summary = `${name}${marks[state]}`;
  return { uid: `step-${id}`, summary, from, until, takes: 'nothing', isCancelled };
}
