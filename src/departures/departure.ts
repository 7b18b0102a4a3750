import { internal, type Text } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { asFact } from '../delivery/fact-words.ts';

/** What somebody who has left was to customers one person answers for, and what became of it. */
export interface Departure {
  readonly name: string;
  /** What they were to whom: "advocate of Northwind". */
  readonly duties: readonly string[];
  /** What they were paged for and goes on without them, by customer. */
  readonly pages: readonly string[];
  /** Who has the tasks that were theirs now: "Call them (Northwind): Idris Bello". */
  readonly tasks: readonly string[];
  /** Schedules that still name them. */
  readonly schedules: readonly string[];
}

const shownAtMost = 10;

/** What whoever answers for a customer reads when one of its people at the vendor has left. */
export function departureCard(departure: Departure): Card<'internal'> {
  const { name, duties, pages, tasks, schedules } = departure;
  return internalCard('task', null, {
    heading: internal`${name} is no longer with us`,
    body: [
      ...lineOf('Was', duties),
      ...lineOf('Pages that go on without them', pages),
      ...lineOf('Tasks that somebody else has now', tasks),
      ...lineOf('On call, and left out there', schedules),
      internal`Name somebody else in the setup: until then backup and manager stand in.`,
    ],
  });
}

/** The same in one line, for a morning brief. */
export function departureText({ heading, body }: Card<'internal'>): string {
  return [heading, ...body].flatMap(text => (text ? [asFact(text).text] : [])).join('. ');
}

function lineOf(what: string, items: readonly string[]): Text<'internal'>[] {
  if (items.length === 0) return [];
  const rest = items.length - shownAtMost;
  const shown = items.slice(0, shownAtMost).join('; ');
  return [internal`${what}: ${shown}${rest > 0 ? `; and ${rest} more` : ''}.`];
}
