import { internal, type Text, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { valuedSubject } from '../delivery/valued-subject.ts';
import type { Saying } from './saying.ts';
import { isTheme, nameOf, type Tally } from './tally.ts';
import { stateWords, type Theme, type ThemeStep, wordsOfStep } from './theme.ts';

/** Names of people and customers by their ids, for our own people to read. */
export type Names = ReadonlyMap<string, string>;

const mostThemes = 10;
const mostWords = 12;

/** Everything customers said, a line a theme, what most of them said first. */
export function themesText(tallies: readonly Tally[], names: Names): Text<'internal'>[] {
  const themes = tallies.filter(isTheme);
  const single = tallies.length - themes.length;
  const open = themes.filter(({ theme }) => theme.state !== 'done');
  const done = themes.length - open.length;
  if (tallies.length === 0) return [internal`Nobody has said anything yet that asks for a change.`];
  return [
    ...open.slice(0, mostThemes).map(one => themeLine(one, names)),
    internal`${[
      ...(open.length > mostThemes ? [`${open.length - mostThemes} more themes`] : []),
      ...(single > 0 ? [`${single} said once, by one person`] : []),
      ...(done > 0 ? [`${done} done`] : []),
    ].join(', ')}${internal` "voice 3" shows one with its words.`}`,
  ];
}

function themeLine(tally: Tally, names: Names): Text<'internal'> {
  const { theme } = tally;
  return internal`${theme.number}. ${nameOf(tally)}: ${countText(tally)}. ${standText(theme, names)}`;
}

/** "7 times by 5 people of 3 customers". */
export function countText({ sayings, people, customers }: Tally): string {
  const times = sayings.length === 1 ? 'once' : `${sayings.length} times`;
  const who = people === 1 ? 'one person' : `${people} people`;
  return `${times} by ${who} of ${customers === 1 ? 'one customer' : `${customers} customers`}`;
}

function standText({ state, ownerId }: Theme, names: Names): string {
  const owner = ownerId === null ? 'Nobody has it' : `${names.get(ownerId) ?? ownerId} has it`;
  return `${owner}; ${stateWords[state]}.`;
}

/** One theme with everything said of it, and what came of it. */
export function themeText(
  tally: Tally,
  names: Names,
  told: readonly Text<'internal'>[],
): Text<'internal'>[] {
  const { theme, sayings } = tally;
  const { decision, decidedAt, change, changedAt } = theme;
  const more = sayings.length - mostWords;
  return [
    internal`${theme.number}. ${nameOf(tally)}: ${countText(tally)}. ${standText(theme, names)}`,
    ...(decision && decidedAt ? [internal`Decided on ${time(decidedAt, 'day')}: ${decision}`] : []),
    ...(change && changedAt
      ? [internal`Different since ${time(changedAt, 'day')}: ${change}`]
      : []),
    ...told,
    ...sayings.slice(0, mostWords).map(one => sayingLine(one, names)),
    ...(more > 0 ? [internal`… and ${more} older ones.`] : []),
  ];
}

function sayingLine({ at, customerId, personId, kind, text }: Saying, names: Names) {
  const who = names.get(personId ?? '') ?? 'Somebody';
  return internal`${time(at, 'day')} ${who}, ${names.get(customerId) ?? customerId} (${kind}): “${text}”`;
}

export interface Preview {
  readonly theme: Theme;
  readonly step: ThemeStep;
  /** Customers who would read it, with what each of them said last. */
  readonly customers: readonly { readonly name: string; readonly said: string }[];
}

/** What would be told to those who said it, before it is. */
export function previewCard({ theme, step, customers }: Preview): Card<'internal'> {
  return internalCard('voice', null, {
    body: [
      internal`Shall I tell those who said it? Each reads their own words, and: “${wordsOfStep(theme, step) ?? ''}”`,
      ...customers.map(({ name, said }) => internal`${name}: “${said}”`),
      internal`In their hours, and on a day on which they get nothing else from us. Nothing goes without you.`,
    ],
    actions: [
      {
        id: 'voice.tell',
        label: 'Tell them',
        subject: valuedSubject(theme.id, step),
        style: 'primary',
      },
    ],
  });
}
