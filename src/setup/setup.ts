import { BadInputError } from '../shared/errors.ts';
import { Draft, type Outcome } from './draft.ts';
import { itemsTaken, readYaml } from './read-yaml.ts';
import type { SetupFile } from './schema.ts';
import { nowhere, problemLines, type Source } from './source.ts';

/** A setup that is sound in itself, and where each of its values stands. */
export interface Setup extends SetupFile {
  readonly source: Source;
}

/** Reads a setup file. Throws BadInputError with every problem as "file:line field: what to write instead". */
export function readSetup(text: string, file: string): Setup {
  const draft = new Draft();
  const { value, source } = readYaml(text, file, draft);
  return settled(draft.finish(value), source);
}

/** The same for a mapping that is already read, for example one that stands inside a scenario. */
export function setupFrom(value: unknown, source: Source = nowhere('setup')): Setup {
  const draft = new Draft();
  return settled(draft.finish(itemsTaken(value, draft)), source);
}

/** The same, with what is wrong as paths into the mapping, for whoever has no file to name lines of. */
export function checkedSetup(value: unknown): Outcome {
  const draft = new Draft();
  return draft.finish(itemsTaken(value, draft));
}

function settled(outcome: Outcome, source: Source): Setup {
  if (outcome.kind === 'wrong') throw new BadInputError(problemLines(source, outcome.problems));
  return { ...outcome.setup, source };
}
