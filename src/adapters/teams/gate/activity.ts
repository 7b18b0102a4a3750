import { z } from 'zod';

const text = z.string().nullish();
const account = z.object({ id: z.string(), name: text, aadObjectId: text });
const named = z.object({ id: z.string(), name: text });

/** What of an activity we read; everything else Teams sends is left alone. */
export const activitySchema = z.object({
  type: z.string(),
  id: text,
  name: text,
  serviceUrl: z.string().min(1),
  channelId: z.string().min(1),
  from: account.nullish(),
  recipient: z.object({ id: z.string(), name: text }).nullish(),
  conversation: z.object({
    id: z.string().min(1).max(500),
    conversationType: text,
    tenantId: text,
    isGroup: z.boolean().nullish(),
  }),
  text,
  replyToId: text,
  value: z.unknown().optional(),
  action: text,
  localTimezone: text,
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.object({ contentType: text, content: z.unknown().optional() })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  reactionsAdded: z.array(z.object({ type: z.string() })).nullish(),
  channelData: z
    .object({
      eventType: text,
      tenant: z.object({ id: text }).nullish(),
      team: named.partial({ id: true }).nullish(),
      channel: named.partial({ id: true }).nullish(),
    })
    .nullish(),
});

/** One thing Teams posted to us, as far as we understand it. */
export type Activity = z.infer<typeof activitySchema>;

/** The tenant that hosts the conversation; null when Teams did not say. */
export function hostTenantOf({ conversation, channelData }: Activity): string | null {
  return conversation.tenantId || channelData?.tenant?.id || null;
}
