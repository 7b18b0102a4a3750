import { inZone } from '../shared/time.ts';
import type { MilestonePlan, TransitionPlan } from './transition-rows.ts';

/** A moment in a lasting fact: with its day, on the customer's clock. */
function moment(at: Date, timeZone: string): string {
  return inZone(at, timeZone).setLocale('en-GB').toFormat('ccc d LLL HH:mm');
}

function span(from: Date, until: Date, timeZone: string): string {
  const isSameDay = inZone(from, timeZone).hasSame(inZone(until, timeZone), 'day');
  const end = isSameDay ? inZone(until, timeZone).toFormat('HH:mm') : moment(until, timeZone);
  return `${moment(from, timeZone)} to ${end}`;
}

/** "Copy the balances: now planned for Fri 6 Mar 20:00 to 23:30." */
export function movedStepWords(
  { name, plannedFrom, plannedUntil }: MilestonePlan,
  timeZone: string,
): string {
  return `${name}: now planned for ${span(plannedFrom, plannedUntil, timeZone)}.`;
}

/** "Copy the balances: new in the plan, Fri 6 Mar 20:00 to 23:30." */
export function newStepWords(
  { name, plannedFrom, plannedUntil }: MilestonePlan,
  timeZone: string,
): string {
  return `${name}: new in the plan, ${span(plannedFrom, plannedUntil, timeZone)}.`;
}

/** "ERP go-live: now planned for Fri 6 Mar 18:00 to Sat 7 Mar 06:00." */
export function movedWindowWords(
  { name, windowFrom, windowUntil }: TransitionPlan,
  timeZone: string,
): string {
  return `${name}: now planned for ${span(windowFrom, windowUntil, timeZone)}.`;
}

/** What the vendor should know about steps that were over before Handrail heard of them. */
export function takenAsDoneWords(names: readonly string[]): string {
  const steps = names.map(name => `"${name}"`).join(', ');
  return `Planned to be over before Handrail knew of the plan, so taken as done: ${steps}. If one is not, say "milestone … rolled back" or "milestone … underway".`;
}
