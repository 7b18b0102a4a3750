import { z } from 'zod';

/** Column `teams_conversation.reference`: what it takes to speak there, from a verified activity. */
export const conversationReference = z.object({
  /** How Teams names us there ("28:APP-ID"). */
  botId: z.string(),
  botName: z.string().nullable(),
  /** The person of a personal chat, as Teams names them there ("29:…"). */
  userId: z.string().nullable(),
  /** The team a channel belongs to. */
  teamId: z.string().nullable(),
  /** "msteams", or "emulator" in the local client. */
  channelId: z.string(),
});

export type ConversationReference = z.infer<typeof conversationReference>;
