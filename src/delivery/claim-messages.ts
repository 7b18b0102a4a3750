import { z } from 'zod';
import type { Statement } from '../shared/statement.ts';
import { statement } from '../shared/statement.ts';
import { isBefore, plus } from '../shared/time.ts';
import { addressKey } from './address-key.ts';
import { deliveryPolicy } from './delivery-policy.ts';
import type { Lane } from './draft.ts';
import { findWay, type Way } from './find-way.ts';
import { destinationOf, gate } from './gate.ts';
import { mediumName } from './medium-name.ts';
import { destinationColumns, destinationRow, messageRow } from './message-row.ts';
import { type Release, releaseClaim } from './release-claim.ts';
import type { Sending } from './sending.ts';

const claimedRow = messageRow.extend({
  ...destinationRow.shape,
  /** Somebody began to say it, and nobody knows whether it arrived. */
  wasTried: z.boolean(),
  /** How many messages of the lane nobody was sending, these among them. */
  unfinished: z.number(),
});
type ClaimedRow = ReturnType<typeof claimedRow.parse>;

/** A message taken by this sender, as it was when it was taken; the fence makes a late result harmless. */
export interface Claim extends Way {
  readonly task: 'send' | 'edit' | 'find';
  readonly message: ClaimedRow;
  readonly fence: number;
  readonly tries: number;
  /** The sender's own clock, in milliseconds, before the message was taken. */
  readonly takenAt: number;
}

/** What a lane may take now. */
export interface Room {
  /** At most so many messages. */
  readonly most: number;
  /** So many of them may go to this platform: one that does not answer leaves room for the others. */
  readonly roomFor: (platform: string) => number;
  /** Ids of messages that were found to wait for a full platform, and which: they are not looked at again. */
  readonly passedOver: Map<string, string>;
}

export interface Claimed {
  readonly claims: readonly Claim[];
  /** How many messages were looked at; 0 = nothing is due. */
  readonly seen: number;
  /** Nobody sends some other message of the lane: it may wait for the end of one of these. */
  readonly hasOthers: boolean;
}

/**
 * Hazard: the candidates are seen before they are locked, and another sender may have taken one in between. So what makes
 * a message due is asked of the locked row again. Of each destination one message at a time is taken: what was never said
 * before what is only changed, and in the order it was written, except pages and what other systems are told, which wait for nothing; when nothing there
 * is new, all changes at once. Unfinished messages alone have a dueAt, so this reads a handful of rows however long the
 * history is. Nobody waits for the disk to hear of it: nothing has left before the try is on the disk, and this with it.
 */
function claimStatement(name: string, isNext: string): Statement<ClaimedRow> {
  return statement(
    name,
    `WITH unfinished AS (
       SELECT id, seq, state, "dueAt", "sentRevision", "toPlaceId", "toPersonId", "toWebhookId", via,
         min(seq) FILTER (WHERE "sentRevision" = 0) OVER (PARTITION BY "toPlaceId", "toPersonId", "toWebhookId") AS first_unsent,
         bool_or(state = 'sending' AND "dueAt" > $2) OVER (PARTITION BY "toPlaceId", "toPersonId", "toWebhookId", via) AS is_busy
       FROM message WHERE lane = $1 AND "dueAt" IS NOT NULL
     ), candidate AS (
       SELECT id, first_unsent, row_number() OVER (PARTITION BY u."toPlaceId", u."toPersonId", u."toWebhookId", u.via
         ORDER BY u."sentRevision" > 0, u."dueAt", u.seq) AS place_in_line
       FROM unfinished u
       WHERE u."dueAt" <= $2 AND u.state IN ('waiting', 'sending', 'lost') AND NOT u.is_busy AND ${isNext}
         AND u.id <> ALL ($3::text[])
     ), m AS (
       SELECT message.*, message.state = 'lost' OR (message.state = 'sending' AND (message."isDoubtful"
         OR EXISTS (SELECT 1 FROM attempt a WHERE a."messageId" = message.id AND a.fence = message.fence))) AS "wasTried"
       FROM message JOIN candidate USING (id)
       WHERE (place_in_line = 1 OR (first_unsent IS NULL AND message."sentRevision" > 0)) AND message."dueAt" <= $2 AND message.state IN ('waiting', 'sending', 'lost')
       ORDER BY message."sentRevision" > 0, message."dueAt", message.seq LIMIT $4 FOR UPDATE OF message SKIP LOCKED
     ), taken AS (
       UPDATE message SET state = 'sending', fence = message.fence + 1, tries = message.tries + 1, "dueAt" = $5,
         "isDoubtful" = m."wasTried"
       FROM m WHERE message.id = m.id RETURNING set_config('synchronous_commit', 'off', true)
     )
     SELECT m.*, ${destinationColumns},
       (SELECT count(*)::int FROM unfinished u WHERE u.state <> 'sending' OR u."dueAt" <= $2) AS unfinished
     FROM m ORDER BY m."sentRevision" > 0, m."dueAt", m.seq`,
    claimedRow,
  );
}

const inOrder = `(u."sentRevision" > 0 OR u.seq = u.first_unsent)`;

const statements: Readonly<Record<Lane, Statement<ClaimedRow>>> = {
  pages: claimStatement('claim-pages', 'true'),
  replies: claimStatement('claim-replies', inOrder),
  'check-ins': claimStatement('claim-check-ins', inOrder),
  // Whoever is told does not count on an order: one that is refused holds up none of the others.
  webhooks: claimStatement('claim-webhooks', 'true'),
};

/**
 * Takes the next messages of a lane for sending, in one statement. What may not be said, or can reach nobody, is given
 * up here; whether the rest may still be said is asked again right before it is (confirmClaim).
 */
export async function claimMessages(
  sending: Sending,
  lane: Lane,
  { most, roomFor, passedOver }: Room,
): Promise<Claimed> {
  const { database, clock, monotonicMilliseconds } = sending;
  const now = clock.now();
  const takenAt = monotonicMilliseconds();
  const until = plus(now, deliveryPolicy.leaseMilliseconds);
  const rows = await database.write(statements[lane], [
    lane,
    now,
    [...passedOver.keys()],
    most,
    until,
  ]);
  const claims: Claim[] = [];
  const isFull = (platform: string) =>
    claims.filter(({ surface }) => surface.platform === platform).length >= roomFor(platform);
  const released: Promise<void>[] = [];
  for (const message of rows) {
    const judged = judge(sending, message, { isFull, now, takenAt });
    if ('release' in judged) released.push(releaseClaim(sending.database, judged.release));
    else claims.push(judged);
    if ('release' in judged && judged.waitsFor) passedOver.set(message.id, judged.waitsFor);
  }
  await Promise.all(released);
  const hasOthers = (rows[0]?.unfinished ?? 0) > rows.length;
  return { claims, seen: rows.length, hasOthers };
}

interface Moment {
  readonly isFull: (platform: string) => boolean;
  readonly now: Date;
  readonly takenAt: number;
}

/** Not said now: how it stands instead. */
interface Released {
  readonly release: Release;
  /** The platform that has no room for it. */
  readonly waitsFor?: string;
}

/** The claim; or what becomes of a message that is given up, or that has no room. */
function judge(
  { surfaces }: Sending,
  row: ClaimedRow,
  { isFull, now, takenAt }: Moment,
): Claim | Released {
  const fence = row.fence + 1;
  const own = { id: row.id, fence };
  if (isTooLate(row, now)) {
    const why = row.reason ? ` (${row.reason})` : '';
    const reason = `it could not be sent in time${why}`;
    const isToldOf = row.lane === 'check-ins';
    return { release: { ...own, state: 'withdrawn', reason, failureDueAt: isToldOf ? now : null } };
  }
  const letter = { audience: row.audience, customerId: row.customerId };
  const verdict = gate(letter, destinationOf(row));
  const failureDueAt = row.lane === 'pages' ? now : null;
  if (!verdict.pass)
    return { release: { ...own, state: 'parked', reason: verdict.reason, failureDueAt } };
  const way = findWay({ ...row, identities: row.identities ?? [] }, surfaces);
  if (!way) {
    const reason = `Nothing is connected here that goes out by ${mediumName(row.via)}.`;
    return { release: { ...own, state: 'failed', reason, failureDueAt } };
  }
  const { platform } = way.surface;
  if (isFull(platform)) {
    const { state, dueAt, tries } = row;
    return { release: { ...own, state, dueAt, tries }, waitsFor: platform };
  }
  const message = standing(row, way);
  return { ...way, task: taskOf(message), message, fence, tries: row.tries + 1, takenAt };
}

/** What stands elsewhere than its destination is now is not touched there, whoever reads it: it is said afresh. */
function standing(row: ClaimedRow, { address }: Way): ClaimedRow {
  if (row.sentRevision === 0 || row.sentTo === addressKey(address)) return row;
  const unsent = { sentRevision: 0, sentTo: null, externalRef: null, isRepeat: false } as const;
  return { ...row, ...unsent, state: 'waiting', wasTried: false };
}

/**
 * A first send that was begun and not recorded is looked for before anything is said again, however many senders took
 * it and died since; one that was only taken, by a sender that died before it began, was surely not said.
 */
function taskOf({ sentRevision, wasTried }: ClaimedRow): Claim['task'] {
  if (sentRevision > 0) return 'edit';
  return wasTried ? 'find' : 'send';
}

function isTooLate(row: ClaimedRow, now: Date): boolean {
  return row.notAfter !== null && isBefore(row.notAfter, now) && taskOf(row) === 'send';
}

/** Tells this try from any other. */
export function tagOf({ message, fence }: Pick<Claim, 'message' | 'fence'>): string {
  return `${message.id}:${fence}`;
}
