import { mention, shared, type Text, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { bare } from '../promises/promise.ts';
import { personFoot } from '../situation/text.ts';
import { openly } from '../timeline/event.ts';
import type { ThemeStep } from './theme.ts';

export interface ThemeAnswer {
  readonly customerId: string;
  readonly step: ThemeStep;
  /** What one of our people wrote for customers to read. */
  readonly words: string;
  /** Those of this customer who said it. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** When this customer said it last, and in which words of their own. */
  readonly saidAt: Date;
  readonly said: string;
}

/** "You said, we did": their own words back to them, and what came of it. Nothing in it is another customer's. */
export function answerCard(answer: ThemeAnswer): Card<'shared'> {
  const { customerId, step, people, saidAt, said } = answer;
  const what = words(openly(bare(answer.words)));
  return sharedCard('voice', customerId, {
    body: [
      shared`${addressed(people)}You told us on ${time(saidAt, 'day')}: “${words(openly(bare(said)))}”.`,
      step === 'done'
        ? shared`✅ What is different now: ${what}.`
        : shared`What we decided: ${what}.`,
      shared`Thank you for saying it. Tell me if it is not so.`,
    ],
    foot: personFoot,
  });
}

function addressed(people: ThemeAnswer['people']): Text<'shared'> {
  return people.reduce(
    (text, { id, name }) => shared`${text}${mention(id, openly(name))} `,
    shared``,
  );
}
