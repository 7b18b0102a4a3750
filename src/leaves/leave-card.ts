import { type Audience, internal, shared, time } from '../delivery/audience.ts';
import {
  type Card,
  type CardParts,
  type Fact,
  internalCard,
  sharedCard,
} from '../delivery/card.ts';
import { named, personAction, personFoot } from '../situation/text.ts';

export interface Change {
  readonly customerId: string;
  readonly awayName: string;
  readonly standInName: string;
  readonly until: Date;
}

/** What a customer reads when somebody else is there for them for a while. */
export function awayCard({ customerId, awayName, standInName, until }: Change): Card<'shared'> {
  return sharedCard('handover', customerId, {
    body: [
      shared`${named(standInName)} is here for you in place of ${named(awayName)}, until ${time(until, 'day')}.`,
      shared`${named(standInName)} has read what is open and what we owe you, so you need not say it again.`,
    ],
    actions: [personAction(customerId)],
    foot: personFoot,
  });
}

/** What a customer reads when the one they know is back. */
export function backCard({
  customerId,
  awayName,
  standInName,
}: Omit<Change, 'until'>): Card<'shared'> {
  return sharedCard('handover', customerId, {
    body: [
      shared`${named(awayName)} is back and looks after you again. What happened meanwhile ${named(awayName)} has from ${named(standInName)}.`,
    ],
    actions: [personAction(customerId)],
    foot: personFoot,
  });
}

interface Pack {
  readonly customerId: string;
  readonly customerName: string;
  readonly otherName: string;
  /** Everything that stands about the customer now. */
  readonly brief: Pick<CardParts<'internal'>, 'body' | 'facts'>;
  readonly more: readonly Fact<Audience>[];
}

/** Everything a stand-in needs at one customer, as it begins. */
export function standInPack(pack: Pack & { readonly until: Date }): Card<'internal'> {
  const { customerId, customerName, otherName, brief, more, until } = pack;
  return internalCard('handover', customerId, {
    heading: internal`${customerName} is yours for ${otherName}`,
    body: [internal`Until ${time(until, 'full')}.`, ...brief.body],
    facts: [...(brief.facts ?? []), ...more],
    foot: internal`Their check-ins, pages and tasks come to you. ${customerName} hears that you are there.`,
  });
}

/** Everything somebody needs at one customer when they are back. */
export function returnPack(pack: Pack & { readonly since: Date }): Card<'internal'> {
  const { customerId, customerName, otherName, brief, more, since } = pack;
  return internalCard('handover', customerId, {
    heading: internal`${customerName} is yours again`,
    body: [internal`${otherName} was there since ${time(since, 'day')}.`, ...brief.body],
    facts: [...(brief.facts ?? []), ...more],
    foot: internal`${otherName} can be asked. ${customerName} hears that you are back.`,
  });
}
