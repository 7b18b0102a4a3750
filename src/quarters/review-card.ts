import { createHash } from 'node:crypto';
import { type Audience, internal, shared, type Text, time, words } from '../delivery/audience.ts';
import { type Card, type Fact, internalCard, sharedCard } from '../delivery/card.ts';
import { personAction, personFoot } from '../situation/text.ts';
import { openly } from '../timeline/event.ts';
import type { Edits } from './edits.ts';
import type { QuarterFacts } from './quarter-facts.ts';
import { partLabels, partText, type ReviewPart, reviewParts } from './review-text.ts';

export interface Review {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly facts: QuarterFacts;
  readonly edits: Edits;
  /** How often it was changed. */
  readonly revision: number;
  /** Until when its quarter runs on: what is published before is the review so far. Null once it is over. */
  readonly runsUntil: Date | null;
}

/** What the customer reads: the parts that facts support, the advocate's own words where they wrote some, and nothing else. */
export function reviewCard(review: Review): Card<'shared'> {
  const { customerId, facts, edits, runsUntil } = review;
  const quarter = words(openly(facts.name));
  return sharedCard('news', customerId, {
    heading: runsUntil ? shared`How ${quarter} has been so far` : shared`How ${quarter} was`,
    body: edits.added.map(text => shared`${words(openly(text))}`),
    facts: reviewParts.flatMap(part => partLine(part, review)),
    actions: [personAction(customerId)],
    foot: shared`What should be different next? Just write it here. ${personFoot}`,
  });
}

function partLine(part: ReviewPart, { facts, edits }: Review): Fact<'shared'>[] {
  if (edits.without.includes(part)) return [];
  const own = edits.instead[part];
  const text = own === undefined ? partText(part, facts) : shared`${words(openly(own))}`;
  return text === null ? [] : [{ label: partLabels[part], text }];
}

/** What was shown: another print means that another text would be published. */
export function printOf(card: Card<'shared'>): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 16);
}

/** The draft as the advocate sees it: what the customer would read, how to change it, and what is for us alone. */
export function draftCard(review: Review, own: readonly Text<'internal'>[]): Card<'internal'> {
  const { id, customerId, customerName, facts, edits, runsUntil } = review;
  const shown = reviewCard(review);
  const order = `quarterly ${customerId} ${facts.name}`;
  const called = reviewParts.flatMap(part =>
    partLine(part, review).map(
      ({ label, text }): Fact<Audience> => ({
        label: `${label} (${part})`,
        text,
      }),
    ),
  );
  return internalCard('answer', customerId, {
    heading: internal`${customerName}, ${facts.name}: what they would read`,
    body: [
      ...(runsUntil
        ? [
            internal`The quarter runs until ${time(runsUntil, 'day')}. Published before, this is the review so far; that of the whole quarter is drafted then.`,
          ]
        : []),
      ...edits.added.map((text, at) => internal`${at + 1}. “${text}”`),
      ...(edits.without.length > 0 ? [internal`Left out: ${edits.without.join(', ')}.`] : []),
      internal`Change it: "${order} without calls", "${order} plan: your words", "${order} with plan", "${order} add: a sentence of yours", "${order} drop 1".`,
      ...own,
    ],
    facts: called,
    actions: [
      {
        id: 'quarter.publish',
        label: 'Publish',
        subject: `${id} ${printOf(shown)}`,
        style: 'primary',
      },
    ],
    foot: internal`They would read the lines with a name in front${edits.added.length > 0 ? ', and your own sentences above them' : ''}; the rest is for us alone. Nothing goes to ${customerName} without you.`,
  });
}
