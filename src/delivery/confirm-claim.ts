import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { addressKey, workspaceKey } from './address-key.ts';
import { cardFrom } from './card.ts';
import { type Claim, tagOf } from './claim-messages.ts';
import { deliveryPolicy } from './delivery-policy.ts';
import { destinationOf, gate } from './gate.ts';
import { destinationColumns, destinationRow } from './message-row.ts';
import { type Pace, type Paces, paceFrom, takeTurn } from './pace.ts';
import { releaseClaim } from './release-claim.ts';
import type { Sending } from './sending.ts';
import type { Address, Outgoing } from './surface.ts';

/** What the last look says: it goes, with what to hand over; or it does not, and stands as it should. */
export type Confirmed =
  | { readonly goes: true; readonly outgoing: Outgoing; readonly attemptId: string }
  | { readonly goes: false };

const mentionedPeople = z.array(
  z.object({ personId: z.string(), workspace: z.string(), user: z.string() }),
);

/**
 * The message is still ours, and a try of it is written down; with where it goes, as that is now. Hazard: a server that
 * died before it wrote the claim down may give the same fence to another sender; a fence has one try. Locked in one
 * order, as everywhere.
 */
const confirm = statement(
  'confirm-claim',
  `WITH asked AS (
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS asked (n int, id text, fence int, "attemptId" text, at timestamptz,
       revision int, platform text, "sentRevision" int, "sentTo" text, "externalRef" text, "isRepeat" boolean)
   ), m AS (
     SELECT message.*, asked.n, asked.platform AS towards FROM message JOIN asked ON asked.id = message.id AND asked.fence = message.fence
     WHERE message.state = 'sending'
       AND NOT EXISTS (SELECT FROM attempt WHERE "messageId" = asked.id AND attempt.fence = asked.fence)
     ORDER BY message.seq FOR UPDATE OF message
   ), attempt AS (
     INSERT INTO attempt (id, "messageId", fence, revision, "startedAt")
     SELECT asked."attemptId", m.id, m.fence, asked.revision, asked.at FROM m JOIN asked USING (n)
   ), standing AS (
     UPDATE message SET platform = asked.platform, "sentRevision" = asked."sentRevision", "sentTo" = asked."sentTo",
       "externalRef" = asked."externalRef", "isRepeat" = asked."isRepeat"
     FROM m JOIN asked USING (n) WHERE message.id = m.id
   )
   SELECT m.n, ${destinationColumns},
     (SELECT json_agg(json_build_object('personId', i."personId", 'workspace', i.workspace, 'user', i."user"))
       FROM person_identity i WHERE i.platform = m.towards AND i."personId" IN
         (SELECT jsonb_path_query(m.card, '$.**.personId') #>> '{}')) AS mentioned,
     (SELECT r."externalRef" FROM message r WHERE r.key = m.under) AS "underRef"
   FROM m`,
  destinationRow.extend({
    n: z.number(),
    mentioned: mentionedPeople.nullable(),
    underRef: z.string().nullable(),
  }),
);

const pacedRow = z.object({ key: z.string(), state: z.unknown() });

/** Hazard: the address first, then its workspace, so that senders who want both never wait for each other in a ring. */
const lockPaces = statement(
  'lock-paces',
  `INSERT INTO pace (key, state, "usedAt") VALUES ($1, '{}', $3), ($2, '{}', $3)
   ON CONFLICT (key) DO UPDATE SET "usedAt" = excluded."usedAt" RETURNING key, state`,
  pacedRow,
);

const savePaces = statement(
  'save-paces',
  `UPDATE pace SET state = new.state::jsonb FROM (VALUES ($1, $2), ($3, $4)) AS new (key, state) WHERE pace.key = new.key`,
  z.never(),
);

const wait = statement(
  'wait-for-pace',
  `UPDATE message SET state = $3::"MessageState", "dueAt" = $4, tries = $5 WHERE id = $1 AND fence = $2`,
  z.never(),
);

/**
 * The last thing before the bytes leave: is the message still ours, may it still be read where it goes, and does the
 * platform put up with it now? The answer is good for a moment only (Outgoing.mayLeave).
 */
export async function confirmClaim(sending: Sending, claim: Claim): Promise<Confirmed> {
  const { database, random, monotonicMilliseconds } = sending;
  const attemptId = random.id();
  const confirmedAt = monotonicMilliseconds();
  const limits = claim.surface.limits ?? [];
  const now = sending.clock.now();
  const asked = { ...askedOf(claim), attemptId, at: now };
  const row =
    limits.length === 0
      ? (await database.writeEach(confirm, asked))[0]
      : await database.trip(trip => confirmInTurn(trip, claim, asked));
  if (!row) return { goes: false };
  const { message } = claim;
  const letter = { audience: message.audience, customerId: message.customerId };
  const verdict = gate(letter, destinationOf(row));
  if (!verdict.pass) {
    const failureDueAt = message.lane === 'pages' ? now : null;
    const stopped = { state: 'parked', reason: verdict.reason, failureDueAt } as const;
    await releaseClaim(database, { id: message.id, fence: claim.fence, attemptId, ...stopped });
    return { goes: false };
  }
  const mayLeave = () => {
    const at = monotonicMilliseconds();
    const { confirmedForMilliseconds, beginWithinMilliseconds } = deliveryPolicy;
    return (
      at - confirmedAt < confirmedForMilliseconds && at - claim.takenAt < beginWithinMilliseconds
    );
  };
  const mentions = mentionsAt(claim.address, row.mentioned ?? []);
  const outgoing = outgoingOf(claim, {
    timeZone: row.timeZone ?? 'UTC',
    threadOf: message.threadOf ?? row.underRef,
    mayLeave,
    mentions,
  });
  return { goes: true, outgoing, attemptId };
}

function askedOf({ message, fence, surface }: Claim): object {
  const { id, revision, sentRevision, sentTo, externalRef, isRepeat } = message;
  const { platform } = surface;
  return { id, fence, revision, platform, sentRevision, sentTo, externalRef, isRepeat };
}

/** Waits for its turn, in the row, when the platform would not put up with it yet. */
async function confirmInTurn(trip: Trip, claim: Claim, asked: object) {
  const { message, fence, surface, address } = claim;
  const own = addressKey(address);
  const all = workspaceKey(address);
  const paces = pacesIn(await trip.run(lockPaces, [own, all, trip.now]), { own, all });
  const turn = takeTurn(paces, {
    tag: tagOf(claim),
    lane: message.lane,
    limits: surface.limits ?? [],
    now: trip.now,
  });
  const { address: atAddress, workspace } = turn.paces;
  await trip.run(savePaces, [own, JSON.stringify(atAddress), all, JSON.stringify(workspace)]);
  if (!turn.goes) {
    await trip.run(wait, [message.id, fence, message.state, turn.at, message.tries]);
    return null;
  }
  const [row] = await trip.run(confirm, [JSON.stringify([{ ...asked, n: 0 }])]);
  return row ?? null;
}

function pacesIn(
  rows: readonly { key: string; state: unknown }[],
  { own, all }: { readonly own: string; readonly all: string },
): Paces {
  const at = (key: string): Pace => paceFrom(rows.find(row => row.key === key)?.state);
  return { address: at(own), workspace: at(all) };
}

/** Of somebody with several accounts, the one of the workspace it goes to. */
function mentionsAt(
  { workspace }: Address,
  people: z.infer<typeof mentionedPeople>,
): NonNullable<Outgoing['mentions']> {
  const mentions = new Map(people.map(({ personId, user }) => [personId, user]));
  for (const { personId, user, workspace: own } of people) {
    if (own === workspace) mentions.set(personId, user);
  }
  return mentions;
}

function outgoingOf(
  { message, address }: Claim,
  more: Pick<Outgoing, 'timeZone' | 'threadOf' | 'mayLeave' | 'mentions'>,
): Outgoing {
  return {
    ...more,
    messageId: message.id,
    key: message.key,
    address,
    via: message.via,
    to: message.toPlaceId ?? message.toPersonId ?? message.toWebhookId ?? '',
    card: cardFrom(message.card),
    text: message.text,
    queuedAt: message.createdAt,
    isRepeat: message.isRepeat,
  };
}
