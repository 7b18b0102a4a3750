import { z } from 'zod';
import type { MessageState } from '../shared/database.ts';
import { lanes } from './draft.ts';
import { messageStates } from './message-state.ts';

const states = Object.keys(messageStates) as [MessageState, ...MessageState[]];

/** What a sender must know of a message, as its own statements read it. */
export const messageRow = z.object({
  id: z.string(),
  key: z.string(),
  lane: z.enum(lanes),
  audience: z.enum(['shared', 'internal']),
  customerId: z.string().nullable(),
  toPlaceId: z.string().nullable(),
  toPersonId: z.string().nullable(),
  toWebhookId: z.string().nullable(),
  via: z.string(),
  address: z.string().nullable(),
  threadOf: z.string().nullable(),
  card: z.unknown(),
  text: z.string(),
  language: z.string().nullable(),
  revision: z.number(),
  sentRevision: z.number(),
  state: z.enum(states),
  reason: z.string().nullable(),
  externalRef: z.string().nullable(),
  sentTo: z.string().nullable(),
  isRepeat: z.boolean(),
  tries: z.number(),
  fence: z.number(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
  dueAt: z.date().nullable(),
  notAfter: z.date().nullable(),
});

export type SendableMessage = z.infer<typeof messageRow>;

const identities = z.array(
  z.object({ platform: z.string(), workspace: z.string(), id: z.string() }),
);

/** Where a message goes, as the tables have it at that moment. */
export const destinationRow = z.object({
  place: z
    .object({
      audience: z.string(),
      customerId: z.string().nullable(),
      parkedReason: z.string().nullable(),
      outside: z.array(z.string()),
    })
    .nullable(),
  person: z
    .object({
      side: z.string(),
      customerId: z.string().nullable(),
      partnerOf: z.array(z.string()),
      active: z.boolean(),
    })
    .nullable(),
  webhook: z.object({ audience: z.string(), customers: z.array(z.string()) }).nullable(),
  identities: identities.nullable(),
  timeZone: z.string().nullable(),
});

/**
 * The columns of `destinationRow` for the message `m`: always read at once with the message itself, never from what a
 * process remembers.
 */
export const destinationColumns = `
  (SELECT json_build_object('audience', p.audience, 'customerId', p."customerId", 'parkedReason', p."parkedReason",
     'outside', p.outside) FROM place p WHERE p.id = m."toPlaceId") AS place,
  (SELECT json_build_object('side', p.side, 'customerId', p."customerId", 'partnerOf', p."partnerOf", 'active', p.active)
     FROM person p WHERE p.id = m."toPersonId") AS person,
  (SELECT json_build_object('audience', w.audience, 'customers', w.customers)
     FROM webhook w WHERE w.id = m."toWebhookId") AS webhook,
  CASE WHEN m."toWebhookId" IS NOT NULL
    THEN (SELECT json_build_array(json_build_object('platform', m.via, 'workspace', w.id, 'id', w.url))
      FROM webhook w WHERE w.id = m."toWebhookId")
    WHEN m."toPlaceId" IS NULL
    THEN (SELECT json_agg(json_build_object('platform', i.platform, 'workspace', i.workspace, 'id', i."user")
      ORDER BY i.platform, i.workspace, i."user") FROM person_identity i WHERE i."personId" = m."toPersonId")
    ELSE (SELECT json_agg(json_build_object('platform', i.platform, 'workspace', i.workspace, 'id', i.channel)
      ORDER BY i.platform, i.workspace, i.channel) FROM place_identity i WHERE i."placeId" = m."toPlaceId")
  END AS identities,
  CASE WHEN m."toPlaceId" IS NULL
    THEN (SELECT p."timeZone" FROM person p WHERE p.id = m."toPersonId")
    ELSE (SELECT c."timeZone" FROM place p JOIN customer c ON c.id = p."customerId" WHERE p.id = m."toPlaceId")
  END AS "timeZone"`;
