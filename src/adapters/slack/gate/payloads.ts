import { z } from 'zod';

/** What Slack sends, as far as we read it. Everything else in it is left alone. */

/** An id goes into queries and keys: no control characters, which the database would refuse. */
const id = z.string().regex(/^\P{Cc}{1,200}$/u);
const maybe = z
  .string()
  .transform(text => text.replaceAll('\u0000', ''))
  .nullish();

const authorization = z.object({
  team_id: maybe,
  enterprise_id: maybe,
  user_id: maybe,
  is_enterprise_install: z.boolean().nullish(),
});

/** What somebody wrote, as it stands in an event. */
const written = {
  ts: id,
  thread_ts: maybe,
  text: maybe,
  user: maybe,
  bot_id: maybe,
  user_team: maybe,
  team: maybe,
  blocks: z.unknown().optional(),
};

/** A message, or a mention of us in one; an edit carries the message as it stands now. */
export const messageEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: maybe,
  hidden: z.boolean().nullish(),
  channel: id,
  channel_type: maybe,
  ...written,
  message: z.object({ ...written, edited: z.object({ ts: id }).nullish() }).nullish(),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const reactionEvent = z.object({
  type: z.literal('reaction_added'),
  user: id,
  user_team: maybe,
  reaction: z.string(),
  item_user: maybe,
  item: z.object({ type: z.string(), channel: maybe, ts: maybe }),
  event_ts: maybe,
});
export type ReactionEvent = z.infer<typeof reactionEvent>;

export const homeOpenedEvent = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  user_team: maybe,
  tab: maybe,
});
export type HomeOpenedEvent = z.infer<typeof homeOpenedEvent>;

/** Something about a user has changed; `deleted` says that the account has ended. */
export const userChangeEvent = z.object({
  type: z.literal('user_change'),
  user: z.object({
    id,
    team_id: maybe,
    deleted: z.boolean().nullish(),
    enterprise_user: z.object({ enterprise_id: maybe }).nullish(),
  }),
});
export type UserChangeEvent = z.infer<typeof userChangeEvent>;

/** What happens to a channel; the channel comes as an id or as an object. */
export const placeEvent = z.object({
  type: z.string(),
  channel: z.union([id, z.object({ id, name: maybe })]).nullish(),
  user: maybe,
  user_team: maybe,
  inviter: maybe,
  actor_id: maybe,
  old_channel_id: maybe,
  new_channel_id: maybe,
});
export type PlaceEvent = z.infer<typeof placeEvent>;

export const revokedEvent = z.object({
  type: z.enum(['app_uninstalled', 'tokens_revoked']),
  tokens: z.object({ bot: z.array(z.string()).nullish() }).nullish(),
});

/** The envelope around every event. */
export const eventEnvelope = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  event_time: z.number().nullish(),
  team_id: maybe,
  enterprise_id: maybe,
  is_enterprise_install: z.boolean().nullish(),
  authorizations: z.array(authorization).nullish(),
  is_ext_shared_channel: z.boolean().nullish(),
  event: z.looseObject({ type: z.string().min(1) }),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;

const team = z.object({ id: maybe, enterprise_id: maybe }).nullish();
const user = z.object({ id, team_id: maybe, enterprise_user: z.unknown().optional() });
export type PayloadUser = z.infer<typeof user>;

const view = z.object({
  id,
  type: z.string(),
  hash: maybe,
  callback_id: maybe,
  private_metadata: maybe,
  app_installed_team_id: maybe,
  state: z.unknown().optional(),
});
export type PayloadView = z.infer<typeof view>;

/** A button, a choice or a time that was touched: in a message, on Home, or in an open form. */
export const blockActions = z.object({
  type: z.literal('block_actions'),
  team,
  enterprise: z.object({ id: maybe }).nullish(),
  user,
  trigger_id: maybe,
  container: z
    .object({ type: maybe, message_ts: maybe, channel_id: maybe, thread_ts: maybe })
    .nullish(),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts: maybe, thread_ts: maybe }).nullish(),
  view: view.nullish(),
  actions: z
    .array(
      z.object({
        action_id: id,
        block_id: maybe,
        action_ts: maybe,
        type: maybe,
        value: maybe,
        selected_option: z.object({ value: maybe }).nullish(),
      }),
    )
    .min(1)
    .max(100),
});
export type BlockActions = z.infer<typeof blockActions>;

export const messageShortcut = z.object({
  type: z.literal('message_action'),
  callback_id: id,
  trigger_id: id,
  team,
  enterprise: z.object({ id: maybe }).nullish(),
  user,
  channel: z.object({ id }),
  message: z.object({
    ts: id,
    thread_ts: maybe,
    text: maybe,
    user: maybe,
    bot_id: maybe,
    team: maybe,
    user_team: maybe,
    blocks: z.unknown().optional(),
  }),
});
export type MessageShortcut = z.infer<typeof messageShortcut>;

export const globalShortcut = z.object({
  type: z.literal('shortcut'),
  callback_id: id,
  trigger_id: id,
  team,
  enterprise: z.object({ id: maybe }).nullish(),
  user,
});
export type GlobalShortcut = z.infer<typeof globalShortcut>;

export const viewSubmission = z.object({
  type: z.literal('view_submission'),
  team,
  enterprise: z.object({ id: maybe }).nullish(),
  user,
  view,
});
export type ViewSubmission = z.infer<typeof viewSubmission>;

export const slashCommand = z.object({
  command: z.string().startsWith('/'),
  text: maybe,
  team_id: id,
  enterprise_id: maybe,
  channel_id: id,
  user_id: id,
  trigger_id: id,
  is_enterprise_install: maybe,
});
export type SlashCommand = z.infer<typeof slashCommand>;

/** Everything Slack sends that we understand; `kind` says which. */
export type Payload =
  | { readonly kind: 'event'; readonly body: EventEnvelope }
  | { readonly kind: 'actions'; readonly body: BlockActions }
  | { readonly kind: 'message-shortcut'; readonly body: MessageShortcut }
  | { readonly kind: 'shortcut'; readonly body: GlobalShortcut }
  | { readonly kind: 'submission'; readonly body: ViewSubmission }
  | { readonly kind: 'command'; readonly body: SlashCommand }
  /** Well-formed, and nothing that concerns us. */
  | { readonly kind: 'other'; readonly type: string };

/** What this is; null when it is nothing that Slack would send. */
export function readPayload(raw: unknown): Payload | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const { type, command } = raw as { type?: unknown; command?: unknown };
  if (typeof type !== 'string' && typeof command === 'string')
    return parsed(slashCommand, raw, body => ({ kind: 'command', body }));
  switch (type) {
    case 'event_callback':
      return parsed(eventEnvelope, raw, body => ({ kind: 'event', body }));
    case 'block_actions':
      return parsed(blockActions, raw, body => ({ kind: 'actions', body }));
    case 'message_action':
      return parsed(messageShortcut, raw, body => ({ kind: 'message-shortcut', body }));
    case 'shortcut':
      return parsed(globalShortcut, raw, body => ({ kind: 'shortcut', body }));
    case 'view_submission':
      return parsed(viewSubmission, raw, body => ({ kind: 'submission', body }));
    default:
      return typeof type === 'string' ? { kind: 'other', type } : null;
  }
}

function parsed<T>(schema: z.ZodType<T>, raw: unknown, as: (body: T) => Payload): Payload | null {
  const result = schema.safeParse(raw);
  return result.success ? as(result.data) : null;
}
