/** The conversation and the activity a message is, as Teams names them. */
export interface TeamsMessage {
  /** Without `;messageid=…`: the channel or chat itself. */
  readonly conversation: string;
  /** Empty when Teams took a message and did not say what it is called. */
  readonly activity: string;
}

/**
 * Our reference of a Teams message, "CONVERSATION|ACTIVITYID". The thread a channel message stands in is not
 * part of it, so that the same message has one reference wherever it is met.
 */
export function messageRef(conversationId: string, activityId: string): string {
  return `${channelOf(conversationId)}|${activityId}`;
}

/** The message a reference names, or null when it is none of ours. */
export function readMessageRef(ref: string): TeamsMessage | null {
  const at = ref.lastIndexOf('|');
  return at > 0 ? { conversation: ref.slice(0, at), activity: ref.slice(at + 1) } : null;
}

const threadMark = ';messageid=';

/** "19:abc@thread.tacv2;messageid=17" → "19:abc@thread.tacv2": the channel without the thread. */
export function channelOf(conversationId: string): string {
  return conversationId.split(threadMark)[0] ?? conversationId;
}

/** The reference of the message that begins the thread, or null when the conversation is no thread. */
export function threadRef(conversationId: string): string | null {
  const root = conversationId.split(threadMark)[1];
  return root ? messageRef(conversationId, root) : null;
}

/** Where a reply under this message is posted: "19:abc@thread.tacv2;messageid=17". */
export function threadConversation({ conversation, activity }: TeamsMessage): string {
  return `${conversation}${threadMark}${activity}`;
}
