import { z } from 'zod';
import { intents } from './intent.ts';
import type { Understanding } from './understand.ts';

/** What a language model made of a message. Whatever else it says is thrown away. */
export const opinionSchema = z.object({
  intent: z.enum(intents),
  urgent: z.boolean(),
  sentiment: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
});

export type Opinion = z.infer<typeof opinionSchema>;

/** Somebody else who reads a message we are not sure of. */
export interface SecondOpinion {
  /** Null when it did not answer in time or not in the form asked for; never throws. The words are minimised. */
  ask(minimisedText: string): Promise<Opinion | null>;
}

/** Below this confidence a second opinion is worth its time. */
const unsureBelow = 0.5;

/** An opinion is no measurement: it is believed this far. */
const opinionConfidence = 0.7;

/** True when we are not sure, and nobody is being called anyway. */
export function wantsSecondOpinion({ confidence, urgent }: Understanding): boolean {
  return !urgent && confidence < unsureBelow;
}

/** Both readings in one. An opinion can bring an offer of a human, never take urgency or an offer away. */
export function withOpinion(read: Understanding, opinion: Opinion | null): Understanding {
  if (!opinion || !wantsSecondOpinion(read)) return read;
  return {
    ...read,
    intent: opinion.intent,
    sentiment: opinion.sentiment,
    confidence: Math.max(read.confidence, opinionConfidence),
    offer: read.offer || opinion.urgent,
  };
}

/** The longest text that leaves the house. */
const longestAsked = 600;

/** The words without what tells who somebody is: addresses, links, numbers, tokens, and capitalised names. */
export function minimise(text: string): string {
  return text
    .slice(0, longestAsked)
    .replace(/\b(?:https?:\/\/|www\.)\S+/giu, '[link]')
    .replace(/[^\s@]+@[^\s@]+/gu, '[address]')
    .replace(/\S*\d\S*/gu, '[number]')
    .replace(/\b[\w-]{20,}\b/gu, '[token]')
    .replace(/^\p{Lu}[\p{L}'-]+(?:(?: \p{Lu}[\p{L}'-]+)+|(?=,))/u, '[name]')
    .replace(/(?<=[\p{Ll},;:] )\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*/gu, '[name]');
}
