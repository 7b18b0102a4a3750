import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Intent, intents } from '../../src/understanding/intent.ts';
import { expandFrames } from './frames.ts';

/** A message with what it means, as an author labelled it. */
export interface Row {
  readonly text: string;
  readonly intent: Intent;
  readonly urgent: boolean;
  readonly sentiment: -1 | 0 | 1;
  readonly lang: string;
  readonly adversarial: boolean;
}

const rowSchema = z.object({
  text: z.string(),
  intent: z.enum(intents),
  urgent: z.boolean(),
  sentiment: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  lang: z.string(),
  adversarial: z.boolean(),
});

export const trainingFolder = 'src/understanding/training';

/** The rows of one file, one JSON object a line. Throws with the line when one is not a row. */
export function readRows(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = rowSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${path}:${at + 1}: ${parsed.error.message}`);
    return [parsed.data];
  });
}

/** Everything the weights are learned from: what authors wrote, and what the frames stand for. */
export function readTraining(): { written: Row[]; framed: Row[] } {
  const files = readdirSync(trainingFolder).sort();
  const written = files
    .filter(file => file.endsWith('.jsonl'))
    .flatMap(file => readRows(`${trainingFolder}/${file}`));
  const framed = files
    .filter(file => file.endsWith('.frames'))
    .flatMap(file =>
      expandFrames(readFileSync(`${trainingFolder}/${file}`, 'utf8'), languageOf(file)),
    );
  return { written, framed };
}

const codes: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
  japanese: 'ja',
};

function languageOf(file: string): string {
  return codes[file.split(/[-.]/)[0] ?? ''] ?? 'en';
}
