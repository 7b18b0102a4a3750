import { internal, time } from '../../../delivery/audience.ts';
import type { Acknowledged } from '../../../paging/acknowledge-page.ts';
import { note, type Reply } from '../../replies/reply.ts';

export interface TakenPage {
  readonly pageId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly outcome: Acknowledged;
}

/** With when there is word of it next. */
export interface TakenWithWord extends TakenPage {
  readonly isShared: boolean;
  readonly wordAt: Date;
}

/** What to say to whoever pressed or typed that they have it. */
export function takenNote(taken: TakenWithWord): Reply {
  const { customerId, customerName, outcome, wordAt, isShared } = taken;
  const hears = isShared
    ? internal`I have told ${customerName} to expect word by ${time(wordAt)}; another time: "next in 45 minutes", or on the page.`
    : internal`I ask you for word by ${time(wordAt)}; another time: "next in 45 minutes", or on the page.`;
  switch (outcome) {
    case 'acknowledged':
      return note(
        customerId,
        internal`It's yours: ${customerName}. Nobody else is called. ${hears} Say how it goes with "update …", and "resolve …" when it is over.`,
      );
    case 'yours':
      return note(
        customerId,
        internal`You have it already. ${hears} Say how it goes with "update …".`,
      );
    case 'already':
      return note(customerId, internal`A colleague has it already. Type "pages" to see who.`);
    case 'resolved':
      return note(customerId, internal`That page is resolved already.`);
  }
}
