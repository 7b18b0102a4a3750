import type { Activity, TeamsChannelData } from 'botbuilder';
import { z } from 'zod';

/** What an activity may be without. */
type Missable =
  | 'id'
  | 'name'
  | 'from'
  | 'recipient'
  | 'text'
  | 'replyToId'
  | 'timestamp'
  | 'action'
  | 'localTimezone'
  | 'attachments'
  | 'membersAdded'
  | 'membersRemoved'
  | 'reactionsAdded';

/** One thing Teams posted to us: of the Bot Framework's activity as much as we read, each part of it checked. */
export interface TeamsActivity
  extends Pick<Activity, 'type' | 'serviceUrl' | 'channelId' | 'conversation'>,
    Partial<Pick<Activity, Missable>> {
  readonly entities: NonNullable<Activity['entities']>;
  readonly channelData: Pick<TeamsChannelData, 'eventType' | 'tenant' | 'team' | 'channel'>;
  /** Whatever a button or a dialog carries; parsed by whoever knows what it is. */
  readonly value?: unknown;
}

/** Teams writes null where the Bot Framework's types know only what is missing. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform(value => value ?? undefined);
}

const text = maybe(z.string());

/** Teams writes instants with up to seven digits of a second; what is none is left out. */
function instantIn(written: string | undefined): Date | undefined {
  const at = new Date(written ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at;
}

const name = z
  .string()
  .nullish()
  .transform(value => value ?? '');
const account = z.object({ id: z.string(), name, aadObjectId: text });
const named = maybe(z.object({ id: text, name: text }));
const entity = z.looseObject({ type: z.string() });

/**
 * Everything else Teams sends is left out, and nothing behind the gate sees it. Not even `deliveryMode`: with
 * "expectReplies" botbuilder keeps to itself what its hooks show.
 */
export const activitySchema: z.ZodType<TeamsActivity> = z.object({
  type: z.string().min(1),
  id: text,
  name: text,
  serviceUrl: z.string().min(1),
  channelId: z.string().min(1),
  from: maybe(account),
  recipient: maybe(z.object({ id: z.string(), name })),
  conversation: z.object({
    id: z.string().min(1).max(500),
    name,
    // A channel says what it is; who says nothing is alone with us.
    conversationType: maybe(z.string()).transform(type => type ?? 'personal'),
    tenantId: text,
    isGroup: maybe(z.boolean()).transform(isGroup => isGroup ?? false),
  }),
  text,
  replyToId: text,
  timestamp: text.transform(instantIn),
  value: z.unknown().optional(),
  action: text,
  localTimezone: text,
  entities: maybe(z.array(z.unknown())).transform((all = []) =>
    all.flatMap(each => entity.safeParse(each).data ?? []),
  ),
  attachments: maybe(z.array(z.object({ contentType: name, content: z.unknown().optional() }))),
  membersAdded: maybe(z.array(account)),
  membersRemoved: maybe(z.array(account)),
  reactionsAdded: maybe(z.array(z.object({ type: z.string() }))),
  channelData: maybe(
    z.object({
      eventType: text,
      tenant: maybe(z.object({ id: text })),
      team: named,
      channel: named,
    }),
  ).transform(data => data ?? {}),
});

/** The tenant that hosts the conversation; null when Teams did not say. */
export function hostTenantOf({ conversation, channelData }: TeamsActivity): string | null {
  return conversation.tenantId || channelData.tenant?.id || null;
}
