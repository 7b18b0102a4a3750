import { findPerson } from '../customers/find-person.ts';
import { getCustomer } from '../customers/get-customer.ts';
import type { Person } from '../customers/person.ts';
import { type Place, placeFrom } from '../customers/place.ts';
import type { Trip, Tx } from '../shared/database.ts';
import type { Inbound } from './inbound.ts';
import type { Occasion, Seat } from './occasion.ts';

/** The platform of rehearsals and the practice room, where everybody has our own ids. */
const local = 'local';

export type Found =
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  /** A place that belongs to no customer; `place` is null while nobody has ever told us of it. */
  | { readonly kind: 'not-set-up'; readonly place: Place | null }
  /** Somebody we do not know, alone with us: there is nobody to answer. */
  | { readonly kind: 'stranger' };

/** Who said it and where, from verified identities alone. */
export async function findOccasion({ tx }: Trip, inbound: Inbound): Promise<Found> {
  const actor = await findActor(tx, inbound.from);
  if (inbound.in === null) {
    if (!actor) return { kind: 'stranger' };
    return {
      kind: 'occasion',
      occasion: occasionOf(inbound, actor, { kind: 'direct', person: actor }),
    };
  }
  const place = await findPlace(tx, inbound.in);
  if (!place?.customerId || place.parkedReason) return { kind: 'not-set-up', place };
  const customer = await getCustomer(tx, place.customerId);
  const occasion = occasionOf(inbound, actor, { kind: 'place', place, customer });
  if (occasion.isAddressed || inbound.threadOf === null) return { kind: 'occasion', occasion };
  const isOurs = await isOwnThread(tx, place.id, inbound.threadOf);
  return { kind: 'occasion', occasion: { ...occasion, isAddressed: isOurs } };
}

function occasionOf(inbound: Inbound, actor: Person | null, seat: Seat): Occasion {
  const isMentioned = inbound.addressed || seat.kind === 'direct';
  return {
    inboxId: inbound.id,
    actor,
    seat,
    isMentioned,
    isAddressed: isMentioned,
    threadOf: inbound.threadOf,
    ownThread: inbound.threadOf ?? inbound.ref ?? null,
  };
}

async function findActor(tx: Tx, from: Inbound['from']): Promise<Person | null> {
  const { platform, workspace, user } = from;
  if (platform === local) return activeOnly(await findPerson(tx, user));
  const identity = await tx.personIdentity.findUnique({
    where: { platform_workspace_user: { platform, workspace, user } },
    select: { personId: true },
  });
  return activeOnly(await findPerson(tx, identity?.personId));
}

function activeOnly(person: Person | null): Person | null {
  return person?.active ? person : null;
}

async function findPlace(tx: Tx, where: NonNullable<Inbound['in']>): Promise<Place | null> {
  const { platform, workspace, channel } = where;
  if (platform === local) {
    const row = await tx.place.findUnique({ where: { id: channel } });
    return row ? placeFrom(row) : null;
  }
  const identity = await tx.placeIdentity.findUnique({
    where: { platform_workspace_channel: { platform, workspace, channel } },
    include: { place: true },
  });
  return identity ? placeFrom(identity.place) : null;
}

/** A thread is ours when it hangs under a message of ours, or we have spoken in it. */
async function isOwnThread(tx: Tx, placeId: string, threadOf: string): Promise<boolean> {
  const ours = await tx.message.findFirst({
    where: { toPlaceId: placeId, OR: [{ externalRef: threadOf }, { threadOf }] },
    select: { id: true },
  });
  return ours !== null;
}
