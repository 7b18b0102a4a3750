import type { InvoiceLine } from '../requests/invoice.ts';
import { BadInputError } from '../shared/errors.ts';
import { readCsv } from './read-csv.ts';

/** The lines of an invoice as CSV. Throws BadInputError with file, line and field of everything that is wrong. */
export function readInvoiceFile(text: string, file: string): InvoiceLine[] {
  const problems: string[] = [];
  const lines = readCsv(text, file).flatMap(({ record, info }) => {
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
