import { getCustomer } from '../../customers/find-customer.ts';
import type { Person } from '../../customers/person.ts';
import type { Place } from '../../customers/place.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { findPlace } from './find-place.ts';
import { findSpeaker } from './find-speaker.ts';
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
  const turn = turnOf(inbound, actor, { kind: 'place', place, customer });
  if (turn.isAddressed || inbound.threadOf === null) return { kind: 'turn', turn };
  const isOurs = await isOwnThread(tx, place.id, inbound.threadOf);
  return { kind: 'turn', turn: { ...turn, isAddressed: isOurs } };
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
    isQuiet,
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
