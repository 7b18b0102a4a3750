import type { z } from 'zod';
import { problemsOf } from '../setup/shape.ts';
import type { Path } from '../setup/source.ts';
import type { Findings } from './findings.ts';
import { type EntryKind, entryForms } from './scenario-schema.ts';

/** A script entry as it is written. */
export type Form<F extends EntryKind> = z.output<(typeof entryForms)[F]>;

/** A script entry read by its form; null, with every problem in the findings, when it does not fit. */
export function parseEntry<F extends EntryKind>(
  findings: Findings,
  { form, entry, path }: { form: F; entry: unknown; path: Path },
): Form<F> | null {
  const read = entryForms[form].safeParse(entry);
  if (read.success) return read.data as Form<F>;
  for (const problem of read.error.issues.flatMap(problemsOf)) {
    findings.problems.push({ ...problem, path: [...path, ...problem.path] });
  }
  return null;
}
