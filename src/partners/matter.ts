import { internal, shared, strong, type Text, time, words } from '../delivery/audience.ts';
import { type Card, internalCard, sharedCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';

/** Something that a partner's person has. */
export interface Matter {
  readonly id: string;
  readonly customerId: string;
  readonly partnerId: string;
  readonly givenById: string;
  readonly what: string;
  readonly milestoneId: string | null;
  readonly pageId: string | null;
  readonly givenAt: Date;
}

/** A step of the plan, as far as its owner needs it. */
export interface OwnStep {
  readonly name: string;
  readonly plannedFrom: Date;
  readonly plannedUntil: Date;
}

/** Something that is handed to a partner's person, with what they need for it. */
export interface Handed {
  readonly customerId: string;
  readonly customerName: string;
  readonly giverName: string;
  /** In the words of whoever hands it over, written for them. */
  readonly what: string;
  readonly step: OwnStep | null;
  /** Who can tell them more. */
  readonly advocateName: string;
}

/**
 * What a partner's person gets with it: what it is, their step, whom to ask, and how it comes back. Branded as what the
 * customer may read, so that nothing of ours can stand in it.
 */
export function handedCard(handed: Handed): Card<'shared'> {
  const { customerId, customerName, giverName, what, step, advocateName } = handed;
  return sharedCard('handover', customerId, {
    heading: shared`${strong(openly(customerName))}: ${words(openly(giverName))} hands you “${words(openly(what))}”`,
    body: [
      ...(step ? [stepText(step)] : []),
      shared`Questions go to ${words(openly(advocateName))}: just write them here.`,
      shared`When it is done, or not yours: type back and what you found.`,
    ],
  });
}

/** A step, and the words that say how it stands. */
export function stepText({ name, plannedFrom, plannedUntil }: OwnStep): Text<'shared'> {
  const step = words(openly(name));
  return shared`Step: ${step}, ${time(plannedFrom)} until ${time(plannedUntil)}. "${step} underway" and "${step} done" say how it stands.`;
}

/** What its giver reads when it is theirs again. */
export function backCard(back: {
  readonly customerId: string;
  readonly customerName: string;
  readonly partnerName: string;
  readonly what: string;
  readonly said: string;
}): Card<'internal'> {
  const { customerId, customerName, partnerName, what, said } = back;
  return internalCard('handover', customerId, {
    heading: internal`${strong(openly(customerName))}: ${partnerName} hands back “${what}”`,
    body: [said === '' ? internal`Without a word.` : internal`“${said}”`],
  });
}
