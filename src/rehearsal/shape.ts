import { z } from 'zod';
import { nearest } from '../setup/nearest.ts';
import type { Problem } from '../setup/source.ts';
import { value, wrong } from '../setup/values.ts';

/** A mapping with exactly these keys; its message lists them, for the sentence about an unknown one. */
export function mapping<T extends z.core.$ZodLooseShape>(shape: T) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys' ? known : wrong(issue.input, `a mapping with ${known}`),
  });
}

/** A list of at most `most` entries. */
export function list<T extends z.core.SomeType>(item: T, most: number) {
  return z
    .array(item, { error: issue => wrong(issue.input, 'a list, one entry a line') })
    .max(most, `has too many entries; write at most ${most}`);
}

/** Words of at most `most` characters. */
export function sentence(most: number) {
  return value(input => {
    const text = typeof input === 'string' ? input.trim() : '';
    return text !== '' && text.length <= most ? text : null;
  }, `text of at most ${most} characters, in quotes`);
}

export const yesOrNo = value(input => (typeof input === 'boolean' ? input : null), 'true or false');

/** What is wrong with a value, in the setup file's manner of speaking. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.flatMap(issue => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, what: issue.message }];
    const known = issue.message.split(', ');
    return issue.keys.map(key => {
      const near = nearest(key, known);
      const advice = near ? `Did you mean "${near}"?` : `Here may stand: ${issue.message}.`;
      return {
        path: [...issue.path, key],
        what: `Handrail does not know this key. ${advice}`,
      };
    });
  });
}
