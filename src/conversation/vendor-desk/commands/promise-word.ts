import { internal, type Text, time } from '../../../delivery/audience.ts';
import { type NextWordSet, setNextWord } from '../../../paging/set-next-word.ts';
import type { Trip } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import { note, type Reply } from '../../replies/reply.ts';

export interface WordToPromise {
  readonly pageId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly personId: string;
  /** Null = what was said is no time that can be promised. */
  readonly at: Date | null;
}

/** Promises word by then in the name of whoever has the page, and says what the customer reads now. */
export async function promiseWord(trip: Trip, word: WordToPromise): Promise<Reply> {
  const { pageId, customerId, personId, at } = word;
  if (!at)
    return note(
      customerId,
      internal`When is there word? A time within twelve hours: "next in 45 minutes", "snooze 20m".`,
    );
  const outcome = await setNextWord(trip, { pageId, personId, at });
  return note(customerId, promisedText(outcome, { ...word, at }));
}

function promisedText(
  outcome: NextWordSet,
  { customerName, at }: WordToPromise & { readonly at: Date },
): Text<'internal'> {
  switch (outcome) {
    case 'set':
      return internal`${customerName} hears by ${time(at)}. A minute after that I ask you; four more, and I call somebody else.`;
    case 'taken':
      return internal`It's yours: ${customerName} hears by ${time(at)}.`;
    case 'not-yours':
      return internal`That page is with somebody else. Type "pages" to see who.`;
    case 'resolved':
      return internal`That page is resolved already.`;
    default:
      return unreachable(outcome);
  }
}
