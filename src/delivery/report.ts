import { z } from 'zod';

/** What a carrier says of a message after it accepted it, each with what it means. */
export const outcomes = {
  delivered: 'It is on the phone, or in the mailbox.',
  undelivered: 'It never reached the person.',
  answered: 'The person answered in it: a key, a reply, a press.',
  'no-answer': 'It rang, and nobody answered.',
} as const;

export type Outcome = keyof typeof outcomes;

const outcomeNames = Object.keys(outcomes) as [Outcome, ...Outcome[]];

/** A carrier's word about one of our messages; the adapter has verified it. */
export const reportSchema = z.object({
  /** The carrier's unique event id. */
  id: z.string().min(1),
  report: z.object({
    messageId: z.string(),
    outcome: z.enum(outcomeNames),
    /** The carrier's reason, where it gave one. */
    detail: z.string().nullable(),
  }),
});

/** A carrier's word about one of our messages. */
export type DeliveryReport = z.infer<typeof reportSchema>;
