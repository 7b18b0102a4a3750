import { z } from 'zod';
import { outsideMethods } from '../../customers/person.ts';

/** What can be pressed outside chat. */
export const outsideActions = ['page.acknowledge', 'page.reassign'] as const;
export type OutsideAction = (typeof outsideActions)[number];

/** What somebody answered outside chat, where there is no account; the adapter has verified the carrier. */
export const outsideAnswerSchema = z.object({
  /** The carrier's unique event id. */
  id: z.string().min(1),
  via: z.enum(outsideMethods),
  answer: z.discriminatedUnion('kind', [
    /** Words from a number. */
    z.object({ kind: z.literal('words'), from: z.string(), text: z.string() }),
    /** A key, a link or a button in one of our own messages. */
    z.object({
      kind: z.literal('press'),
      messageId: z.string(),
      action: z.enum(outsideActions),
    }),
  ]),
});

/** An answer by telephone, text message, mail or another service. */
export type OutsideAnswer = z.infer<typeof outsideAnswerSchema>;
