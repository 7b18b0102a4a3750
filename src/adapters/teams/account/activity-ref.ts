/**
 * A message in Teams, as the rest of the house names it: "CONVERSATION|ACTIVITY". The conversation is a chat or a
 * channel, never a thread: Teams writes a channel's thread as "CHANNEL;messageid=ROOT", which is split off here.
 */
export interface ActivityRef {
  readonly conversation: string;
  readonly activity: string;
}

/** A conversation id as Teams sends it, taken apart: the chat or channel, and the thread's first message. */
export interface ConversationParts {
  readonly conversation: string;
  readonly root: string | null;
}

const thread = ';messageid=';

/** "19:x@thread.tacv2;messageid=17" → the channel and "17"; anything else has no thread. */
export function splitConversation(id: string): ConversationParts {
  const at = id.indexOf(thread);
  if (at < 0) return { conversation: id, root: null };
  return { conversation: id.slice(0, at), root: id.slice(at + thread.length) || null };
}

/** The reference as one text. */
export function refOf({ conversation, activity }: ActivityRef): string {
  return `${splitConversation(conversation).conversation}|${activity}`;
}

/** A reference read back, or null for what is none of ours. */
export function refFrom(ref: string): ActivityRef | null {
  const at = ref.lastIndexOf('|');
  if (at <= 0 || at === ref.length - 1) return null;
  return { conversation: ref.slice(0, at), activity: ref.slice(at + 1) };
}

/** The conversation id under which Teams takes an answer into the thread of this message. Only channels have threads. */
export function threadOf({ conversation, activity }: ActivityRef): string {
  return isChannel(conversation) ? `${conversation}${thread}${activity}` : conversation;
}

/** True for a team's channel; group chats and personal chats have no threads. */
export function isChannel(conversation: string): boolean {
  return /@thread\.(tacv2|skype)$/.test(conversation);
}
