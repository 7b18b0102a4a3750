import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { InvoiceLine } from '../requests/invoice.ts';
import { BadInputError } from '../shared/errors.ts';

const rowsOf = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/** The lines of an invoice as CSV. Throws BadInputError with file, line and field of everything that is wrong. */
export function readInvoiceFile(text: string, file: string): InvoiceLine[] {
  const problems: string[] = [];
  const lines = rowsOf.parse(readRows(text, file)).flatMap(({ record, info }) => {
    const externalId = record.externalId?.trim() ?? '';
    const amount = record.amountMinor?.trim() ?? '';
    if (externalId === '') problems.push(`${file}:${info.lines}: externalId: is missing`);
    if (!/^-?\d{1,15}$/.test(amount))
      problems.push(
        `${file}:${info.lines}: amountMinor: "${amount}" does not fit; write a whole number in the minor unit`,
      );
    return [{ externalId, amountMinor: Number(amount) }];
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return lines;
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
