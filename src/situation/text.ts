import { factWords, type OpenSpan, shared, type Text, time, words } from '../delivery/audience.ts';
import type { Action } from '../delivery/card.ts';
import { openly, type SharedEvent } from '../timeline/event.ts';

/** The texts one after the other, with `separator` between them. */
export function joined(texts: readonly Text<'shared'>[], separator = ' '): Text<'shared'> {
  const between = words(openly(separator));
  const [first, ...rest] = texts;
  return rest.reduce((all, one) => shared`${all}${between}${one}`, first ?? shared``);
}

/** A name from the shared plan or of a person the customer knows. */
export function named(name: string): OpenSpan {
  return words(openly(name));
}

/** "18:50 Freeze the old ledger: done, ten minutes early." */
export function factText(event: SharedEvent): Text<'shared'> {
  return shared`${time(event.at)} ${factWords({ text: openly(sentence(event.text)) })}`;
}

/** Ends like a sentence, however it was typed. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The way to a human, at the end of everything a customer reads here. */
export const personFoot: Text<'shared'> = shared`Type page to get a person, at any hour.`;

/** The button by which a customer gets a person. */
export function personAction(customerId: string): Action {
  return { id: 'page.raise', label: 'Get a person', subject: customerId };
}
