import { BadInputError } from '../shared/errors.ts';
import { readYaml } from './read-yaml.ts';
import { checkReferences } from './references.ts';
import { roughly } from './rough.ts';
import { type SetupFile, setupSchema } from './schema.ts';
import { problemsOf } from './shape.ts';
import { nowhere, problemLines, type Source } from './source.ts';

/** A setup that is sound in itself, and where each of its values stands. */
export interface Setup extends SetupFile {
  readonly source: Source;
}

/** Reads a setup file. Throws BadInputError with every problem as "file:line field: what to write instead". */
export function readSetup(text: string, file: string): Setup {
  const { value, source } = readYaml(text, file);
  return setupFrom(value, source);
}

/** The same for a mapping that is already read, for example one that stands inside a scenario. */
export function setupFrom(value: unknown, source: Source = nowhere('setup')): Setup {
  const parsed = setupSchema.safeParse(value);
  const shape = parsed.success ? [] : parsed.error.issues.flatMap(problemsOf);
  const told = new Set(shape.map(({ path }) => path.join('\n')));
  const references = checkReferences(roughly(value)).filter(
    ({ path }) => !told.has(path.join('\n')),
  );
  const problems = [...shape, ...references];
  if (!parsed.success || problems.length > 0)
    throw new BadInputError(problemLines(source, problems));
  return { ...parsed.data, source };
}
