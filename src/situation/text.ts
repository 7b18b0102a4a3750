import { type OpenSpan, shared, type Text, time, words } from '../delivery/audience.ts';
import type { Action } from '../delivery/card.ts';
import { factWords } from '../delivery/fact-words.ts';
import { openly, type SharedEvent } from '../timeline/event.ts';

/** A name from the shared plan or of a person the customer knows. */
export function named<T extends string>(name: string extends T ? T : never): OpenSpan {
  return words(openly<T>(name));
}

/** "18:50 Freeze the old ledger: done, ten minutes early." */
export function factText(event: SharedEvent): Text<'shared'> {
  return shared`${time(event.at)} ${factWords(event)}`;
}

/** The way to a human, at the end of everything a customer reads here. */
export const personFoot: Text<'shared'> = shared`Type page to get a person, at any hour.`;

/** The button by which a customer gets a person. */
export function personAction(customerId: string): Action {
  return { id: 'page.raise', label: 'Get a person', subject: customerId };
}
