import { z } from 'zod';

/**
 * What became of a rehearsal beside us: its transcript, one JSON object a line, or why there is none. `ended`: something
 * ended it, as its limits do; `stopped`: we were ended while it went on.
 */
export type LivedThrough =
  | { readonly outcome: 'done'; readonly transcript: string }
  | { readonly outcome: 'ended' | 'stopped' }
  | { readonly outcome: 'refused'; readonly problem: string };

/** Begins a rehearsal and does not wait for it. */
export type Rehearse = (scenario: string, tell: (lived: LivedThrough) => Promise<void>) => void;

const at = z.coerce.date();

const messageLine = z.object({
  kind: z.literal('message'),
  at,
  to: z.string(),
  audience: z.enum(['shared', 'internal']),
  via: z.string(),
  message: z.string(),
  text: z.string(),
  edited: z.boolean(),
});

const inputLine = z.object({
  kind: z.literal('input'),
  at,
  from: z.string(),
  says: z.string().optional(),
  presses: z.string().optional(),
  milestone: z.string().optional(),
  becomes: z.string().optional(),
});

const transcriptLine = z.discriminatedUnion('kind', [messageLine, inputLine]);

/** Something that was said by us, or done by somebody, in a rehearsal. */
export type TranscriptLine = z.infer<typeof transcriptLine>;

/** What of a transcript is read: messages, and what people did; facts and carriers' words stand in them already. */
export function transcriptLines(transcript: string): TranscriptLine[] {
  return transcript.split('\n').flatMap(line => {
    if (!/^\{"at":"[^"]+","kind":"(?:message|input)"/.test(line)) return [];
    const { success, data } = transcriptLine.safeParse(JSON.parse(line));
    return success ? [data] : [];
  });
}
