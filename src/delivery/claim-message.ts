import type { Trip } from '../shared/database.ts';
import { isBefore, plus } from '../shared/time.ts';
import { addressKey } from './address-key.ts';
import type { Audience } from './audience.ts';
import { cardFrom } from './card.ts';
import { deliveryPolicy } from './delivery-policy.ts';
import type { Lane } from './draft.ts';
import { findAddress } from './find-address.ts';
import { findDestination } from './find-destination.ts';
import { gate } from './gate.ts';
import { getReaderZone } from './get-reader-zone.ts';
import type { MessageRow } from './lock-message.ts';
import type { Asked, Pace } from './pace.ts';
import type { Address, Outgoing, Surface, Surfaces } from './surface.ts';

/** One message taken by this sender: what to do with it, and the fence that makes a late result harmless. */
export interface Claim {
  readonly task: 'send' | 'edit' | 'find';
  readonly lane: Lane;
  readonly surface: Surface;
  readonly outgoing: Outgoing;
  /** Tells this try from any other. */
  readonly tag: string;
  readonly ref: string | null;
  readonly attemptId: string;
  readonly fence: number;
  readonly revision: number;
  readonly tries: number;
}

/** What messages are sent with. */
export interface Ways {
  readonly surfaces: Surfaces;
  readonly pace: Pace;
  /** This platform has as many calls underway as one may have; nobody is ever full when left out. */
  readonly isFull?: (platform: string) => boolean;
  /** Ids of messages that were found to wait for a full platform: they are not looked at again. */
  readonly passedOver?: Set<string>;
}

/**
 * `idle`: nothing is due in the lane. `stopped`: one was due and may not be sent, or not yet; look again.
 * `full`: the platform of one that was due is full; it was passed over, look again.
 */
export type Claimed = Claim | 'idle' | 'stopped' | 'full';

// Unfinished messages alone have a dueAt, so the order check reads a handful of rows however long the history.
const nextInOrder = `
  SELECT m.id FROM message m
  WHERE m.lane = $1 AND m."dueAt" <= $2 AND m.state IN ('waiting', 'sending', 'lost') AND m.id <> ALL ($3)
    AND NOT EXISTS (SELECT 1 FROM message e WHERE e."toPlaceId" = m."toPlaceId" AND e."dueAt" IS NOT NULL
      AND e.lane = m.lane AND e.seq < m.seq AND e."sentRevision" = 0)
    AND NOT EXISTS (SELECT 1 FROM message e WHERE e."toPersonId" = m."toPersonId" AND e."dueAt" IS NOT NULL
      AND e.lane = m.lane AND e.seq < m.seq AND e."sentRevision" = 0)
  ORDER BY m."dueAt", m.seq LIMIT 1 FOR UPDATE OF m SKIP LOCKED`;

const nextPage = `
  SELECT id FROM message
  WHERE lane = $1 AND "dueAt" <= $2 AND state IN ('waiting', 'sending', 'lost') AND id <> ALL ($3)
  ORDER BY "dueAt", seq LIMIT 1 FOR UPDATE SKIP LOCKED`;

/**
 * Takes the next message of a lane for sending. Messages to one destination keep their order, except
 * pages, which wait for nothing. The gate is asked here, at send time, whatever was true when it was queued.
 * What the platform would not put up with yet is moved to when it will, without spending a try.
 */
export async function claimMessage(
  trip: Trip,
  lane: Lane,
  { surfaces, pace, isFull, passedOver = new Set() }: Ways,
): Promise<Claimed> {
  const { tx, now } = trip;
  const query = lane === 'pages' ? nextPage : nextInOrder;
  const [due] = await tx.$queryRawUnsafe<{ id: string }[]>(query, lane, now, [...passedOver]);
  if (!due) return 'idle';
  const message = await tx.message.findUniqueOrThrow({ where: { id: due.id } });
  if (isTooLate(trip, message)) return withdraw(trip, message);
  const verdict = gate(
    { audience: message.audience as Audience, customerId: message.customerId },
    await findDestination(tx, message),
  );
  if (!verdict.pass) return giveUp(trip, message, { state: 'parked', reason: verdict.reason });
  const address = await findAddress(tx, message, surfaces);
  if (!address) {
    return giveUp(trip, message, {
      state: 'failed',
      reason: `No connected way to reach it by ${message.via}.`,
    });
  }
  if (isFull?.(address.surface.platform)) {
    passedOver.add(message.id);
    return 'full';
  }
  const route = { lane, ...address };
  const freeAt = pace.freeAt(askedOf(trip, message, route));
  if (!isBefore(now, freeAt)) return take(trip, standing(message, route), route);
  await tx.message.update({ where: { id: message.id }, data: { dueAt: freeAt } });
  return 'stopped';
}

/** A trip that is run again asks with the same tag and is counted once. */
function askedOf({ now }: Trip, message: MessageRow, { lane, surface, address }: Route): Asked {
  const { id: messageId, fence } = message;
  const limits = surface.limits ?? [];
  return { tag: tagOf(messageId, fence + 1), messageId, lane, address, limits, now };
}

function tagOf(messageId: string, fence: number): string {
  return `${messageId}:${fence}`;
}

interface Route {
  readonly lane: Lane;
  readonly surface: Surface;
  readonly address: Address;
}

/** What stands elsewhere than its destination is now is not touched there, whoever reads it: it is said afresh. */
function standing(message: MessageRow, { address }: Route): MessageRow {
  if (message.sentRevision === 0 || message.sentTo === addressKey(address)) return message;
  const unsent = { sentRevision: 0, sentTo: null, externalRef: null, isRepeat: false };
  return { ...message, ...unsent, state: 'waiting' };
}

/** Marks the message as being sent by us until the lease is over, and says what to do with it. */
async function take(
  trip: Trip,
  message: MessageRow,
  { lane, surface, address }: Route,
): Promise<Claim> {
  const { tx, now, random } = trip;
  const attemptId = random.id();
  const fence = message.fence + 1;
  const { sentRevision, sentTo, externalRef: ref, isRepeat } = message;
  await tx.message.update({
    where: { id: message.id },
    data: {
      sentRevision,
      sentTo,
      externalRef: ref,
      isRepeat,
      state: 'sending',
      fence,
      tries: { increment: 1 },
      platform: surface.platform,
      dueAt: plus(now, deliveryPolicy.leaseMilliseconds),
    },
  });
  await tx.attempt.create({
    data: {
      id: attemptId,
      messageId: message.id,
      fence,
      revision: message.revision,
      startedAt: now,
    },
  });
  const { revision, tries } = message;
  const outgoing = await outgoingOf(trip, message, address);
  return {
    task: taskOf(message),
    lane,
    surface,
    outgoing,
    tag: tagOf(message.id, fence),
    ref,
    attemptId,
    fence,
    revision,
    tries: tries + 1,
  };
}

/** A first send that was begun and not recorded is looked for before anything is said again. */
function taskOf({ state, sentRevision }: MessageRow): Claim['task'] {
  if (sentRevision > 0) return 'edit';
  return state === 'waiting' ? 'send' : 'find';
}

async function outgoingOf(trip: Trip, message: MessageRow, address: Address): Promise<Outgoing> {
  const { toPlaceId, toPersonId } = message;
  const to = toPlaceId ?? toPersonId ?? '';
  return {
    messageId: message.id,
    key: message.key,
    address,
    via: message.via,
    to,
    card: cardFrom(message.card),
    text: message.text,
    timeZone: await getReaderZone(trip, toPlaceId ? { placeId: to } : { personId: to }),
    threadOf: message.threadOf,
    queuedAt: message.createdAt,
    isRepeat: message.isRepeat,
  };
}

interface Hopeless {
  readonly state: 'parked' | 'failed';
  readonly reason: string;
}

function isTooLate({ now }: Trip, message: MessageRow): boolean {
  const { notAfter } = message;
  return notAfter !== null && isBefore(notAfter, now) && taskOf(message) === 'send';
}

async function withdraw({ tx, now }: Trip, { id, lane, reason }: MessageRow): Promise<'stopped'> {
  await tx.message.update({
    where: { id },
    data: {
      state: 'withdrawn',
      reason: `it could not be sent in time${reason ? ` (${reason})` : ''}`,
      dueAt: null,
      failureDueAt: lane === 'check-ins' ? now : null,
    },
  });
  return 'stopped';
}

async function giveUp(
  { tx, now }: Trip,
  message: { id: string; lane: string },
  why: Hopeless,
): Promise<'stopped'> {
  await tx.message.update({
    where: { id: message.id },
    data: { ...why, dueAt: null, failureDueAt: message.lane === 'pages' ? now : null },
  });
  return 'stopped';
}
