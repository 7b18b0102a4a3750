import { yamlLimits } from '../setup/read-yaml.ts';
import { BadInputError, NotFoundError } from '../shared/errors.ts';
import type { Io } from './io.ts';

/** The text of a file that somebody named. Throws BadInputError when it is not there, not text or far too large. */
export function readInputFile(file: string, io: Io): string {
  try {
    const bytes = io.readFile(file);
    if (bytes.length > yamlLimits.bytes) {
      throw new BadInputError([
        `${file}:1 (top): the file is larger than ${yamlLimits.bytes / 1_000_000} MB. Split it into several files.`,
      ]);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof BadInputError) throw error;
    throw new BadInputError([`${file}: ${reasonOf(error)}`], { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NotFoundError) return 'there is no such file. Check the path.';
  const code = typeof error === 'object' && error ? Reflect.get(error, 'code') : null;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file. Check the path.';
    case 'EISDIR':
      return 'this is a folder. Name a file in it.';
    case 'EACCES':
      return 'this user may not read it. Change its rights.';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'this is not UTF-8 text. Save it as UTF-8.';
    default:
      return 'it cannot be read.';
  }
}
