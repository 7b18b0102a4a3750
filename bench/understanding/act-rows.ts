import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Act, acts } from '../../src/understanding/acts/act.ts';
import type { NamedPerson } from '../../src/understanding/speech/speech.ts';

/** A message with what it does, as an author labelled it. */
export interface ActRow {
  readonly text: string;
  readonly act: Act;
  readonly lang: string;
}

const rowSchema = z.object({ text: z.string(), act: z.enum(acts), lang: z.string() });

export const actFolder = 'src/understanding/acts/training';

/** Every written row, in the order of the files. Throws with the line when one is not a row. */
export function readActRows(): ActRow[] {
  return readdirSync(actFolder)
    .sort()
    .flatMap(file => {
      const lines = readFileSync(`${actFolder}/${file}`, 'utf8').split('\n');
      return lines.flatMap((line, at) => {
        if (line.trim() === '') return [];
        const parsed = rowSchema.safeParse(JSON.parse(line));
        if (!parsed.success) throw new Error(`${file}:${at + 1}: ${parsed.error.message}`);
        return [parsed.data];
      });
    });
}

const ours = ['Nora Whitfield', 'Idris Bello', 'Helen Marsh', 'Petra Lindqvist'];
const theirs = ['Daniel Reyes', 'Grace Kim'];

/** Whom the authors named. */
export const people: readonly NamedPerson[] = [
  ...ours.map(name => ({ id: name, name, side: 'ours' as const })),
  ...theirs.map(name => ({ id: name, name, side: 'theirs' as const })),
];
