import { getCustomer } from '../../customers/find-customer.ts';
import { findSpokenThread } from '../../customers/find-spoken-thread.ts';
import type { Person } from '../../customers/person.ts';
import type { Place } from '../../customers/place.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { findPlace } from './find-place.ts';
import { findSpeaker } from './find-speaker.ts';
import { findThread } from './find-thread.ts';
import type { Inbound } from './inbound.ts';
import type { Seat, Turn } from './turn.ts';

export type FoundTurn =
  | { readonly kind: 'turn'; readonly turn: Turn }
  /** A place that belongs to no customer; `place` is null while nobody has ever told us of it. */
  | { readonly kind: 'not-set-up'; readonly place: Place | null }
  /** Somebody we do not know, alone with us: there is nobody to answer. */
  | { readonly kind: 'stranger' };

/** Who said it and where, from verified identities alone. */
export async function findTurn(trip: Trip, inbound: Inbound): Promise<FoundTurn> {
  const { tx } = trip;
  if (inbound.in === null) return aloneWithUs(trip, inbound);
  const place = await findPlace(tx, inbound.in);
  if (!place?.customerId || place.parkedReason) {
    // A slash command works in any channel, also where we are not: then it is said to us alone.
    const isForUsAlone = inbound.quietly === true && !isAboutMessage(inbound);
    return isForUsAlone ? aloneWithUs(trip, inbound) : { kind: 'not-set-up', place };
  }
  const customer = await getCustomer(tx, place.customerId);
  const actor = await findSpeaker(
    trip,
    inbound.from,
    place.audience === 'shared' ? customer : null,
  );
  const { said, in: where } = inbound;
  const threadOf =
    said.kind === 'sign'
      ? await findThread(tx, { placeId: place.id, ref: said.ref, where })
      : inbound.threadOf;
  const turn = turnOf({ ...inbound, threadOf }, actor, { kind: 'place', place, customer });
  if (threadOf === null) return { kind: 'turn', turn };
  const isHushed = (await findSpokenThread(tx, place.id, threadOf)) === null;
  const isAddressed =
    turn.isAddressed || (!isHushed && (await isOwnThread(tx, place.id, threadOf)));
  return { kind: 'turn', turn: { ...turn, isHushed, isAddressed } };
}

async function aloneWithUs(trip: Trip, inbound: Inbound): Promise<FoundTurn> {
  const actor = await findSpeaker(trip, inbound.from, null);
  if (!actor) return { kind: 'stranger' };
  const turn = turnOf(inbound, actor, { kind: 'direct', person: actor });
  return { kind: 'turn', turn };
}

function isAboutMessage({ said }: Inbound): boolean {
  return said.kind === 'command' && said.about !== null;
}

function turnOf(inbound: Inbound, actor: Person | null, seat: Seat): Turn {
  const isQuiet = inbound.quietly === true;
  const isMentioned = inbound.addressed || isQuiet || seat.kind === 'direct';
  return {
    inboxId: inbound.id,
    actor,
    seat,
    isMentioned,
    isAddressed: isMentioned,
    isHushed: false,
    isQuiet,
    isLetter: inbound.isLetter === true,
    threadOf: inbound.threadOf,
    ownThread: inbound.threadOf ?? inbound.ref ?? null,
  };
}

/** A thread is ours when it hangs under a message of ours, or we have spoken in it. */
async function isOwnThread(tx: Tx, placeId: string, threadOf: string): Promise<boolean> {
  const ours = await tx.message.findFirst({
    where: { toPlaceId: placeId, OR: [{ externalRef: threadOf }, { threadOf }] },
    select: { id: true },
  });
  return ours !== null;
}
