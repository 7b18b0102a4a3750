import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { BadInputError } from '../shared/errors.ts';

const rowsOf = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/** The rows of a CSV file by their headings, each with the line it ends on. Throws BadInputError when it is no CSV. */
export function readCsv(text: string, file: string): z.output<typeof rowsOf> {
  return rowsOf.parse(readRows(text, file));
}

function readRows(text: string, file: string): unknown {
  try {
    return parse(text, {
      columns: true,
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadInputError([`${file}: ${error.message}`]);
  }
}
