import { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Problem } from './source.ts';
import { wrong } from './values.ts';

/** A mapping with exactly these keys. Its message lists them, for the sentence about an unknown one. */
export function mapping<T extends z.core.$ZodLooseShape>(shape: T) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys' ? known : wrong(issue.input, `a mapping with ${known}`),
  });
}

/** A list with a limit. */
export function list<T extends z.core.SomeType>(item: T, most = 20_000) {
  return z
    .array(item, { error: issue => wrong(issue.input, 'a list, like [one, two]') })
    .max(most, `has too many entries; write at most ${most}`);
}

/** A list with something in it; `what` names one entry. */
export function filled<T extends z.core.SomeType>(item: T, what: string, most?: number) {
  return list(item, most).min(1, `is empty; write at least one ${what}`);
}

/** An issue as problems of ours: one for each key that nobody knows, with the key that was probably meant. */
export function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, what: issue.message }];
  const known = issue.message.split(', ');
  return issue.keys.slice(0, 100).map(key => {
    const near = nearest(key, known);
    const advice = near ? `Did you mean "${near}"?` : `Here may stand: ${issue.message}.`;
    return { path: [...issue.path, key], what: `Handrail does not know this key. ${advice}` };
  });
}
