import { mayDo } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import { shared, type Text, time, words } from '../../delivery/audience.ts';
import { passPageBack } from '../../partners/pass-page-back.ts';
import { type TakenBack, takeBack } from '../../partners/take-back.ts';
import type { Trip } from '../../shared/database.ts';
import { unreachable } from '../../shared/errors.ts';
import { openly } from '../../timeline/event.ts';
import type { Turn } from '../arrival/turn.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { listTheirs } from './list-theirs.ts';
import { said as tell } from './said.ts';
import { customerOf, type Thing, thingOfPage, thingsMeant, thingsOf } from './their-thing.ts';

export interface Back {
  readonly turn: Turn;
  readonly partner: Person;
  /** What they found; may name what it is about. */
  readonly said: string;
  /** The page on whose card they pressed; null when they wrote. */
  readonly pageId: string | null;
}

/** Something a partner's person has goes back: what is on the card they pressed, what they named, else the only one, else they are asked. */
export async function handBack(trip: Trip, back: Back): Promise<Reply[]> {
  const { partner, said, pageId } = back;
  const things = thingsOf(await listTheirs(trip, partner));
  if (pageId !== null) {
    const pressed = thingOfPage(things, pageId);
    return pressed ? giveUp(trip, back, pressed) : [tell(null, notYours)];
  }
  const meant = thingsMeant(things, said);
  const [only] = meant;
  if (!only) return [tell(null, shared`You have nothing of ours at the moment.`)];
  if (meant.length === 1) return giveUp(trip, back, only);
  return [
    tell(
      null,
      shared`Which one? Type "back", its name and its customer's, or press the button on its card:`,
      ...meant.map(thingText),
    ),
  ];
}

const notYours = shared`That is not with you any more: somebody else is called for it or has it, or it is solved.`;

/** Something of theirs, as it is told apart from the rest: whose it is, and since when. */
function thingText(thing: Thing): Text<'shared'> {
  const customer = words(openly(customerOf(thing).name));
  if (thing.kind === 'page') return shared`${customer}: called ${time(thing.page.raisedAt)}`;
  const { what, givenAt } = thing.matter;
  return shared`${customer}: “${words(openly(what))}”, handed to you ${time(givenAt)}`;
}

async function giveUp(trip: Trip, back: Back, thing: Thing): Promise<Reply[]> {
  const { turn, partner, said } = back;
  const { id: customerId } = customerOf(thing);
  const about = { customerId, managerId: null, placeCustomerId: null };
  if (turn.seat.kind !== 'direct' || !mayDo('partner.back', partner, about)) return [refusal()];
  const outcome =
    thing.kind === 'matter'
      ? await takeBack(trip, { matter: thing.matter, partner, said })
      : await passPageBack(trip, { pageId: thing.page.pageId, partner, toId: null, said });
  return [tell(customerId, backText(outcome))];
}

function backText(outcome: TakenBack): Text<'shared'> {
  switch (outcome) {
    case 'called':
    case 'told':
      return shared`Thank you. It is with us again.`;
    case 'theirs':
      return shared`Thank you. One of us has it already, and keeps it.`;
    case 'resolved':
      return shared`Thank you. It is solved already.`;
    default:
      return unreachable(outcome);
  }
}
