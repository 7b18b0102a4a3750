import type { Work } from '../requests/service-request.ts';
import { requestEntry, requestKeys } from '../setup/request-entry.ts';
import { problemsOf } from '../setup/shape.ts';
import { BadInputError } from '../shared/errors.ts';
import { isoInstant } from '../shared/time.ts';
import { readCsv } from './read-csv.ts';

interface FileWish {
  readonly file: string;
  /** "externalId=Ticket,title=Summary"; a key that is not there has its own name as a heading. */
  readonly map: string;
  /** The zone of times that say none. */
  readonly timeZone: string;
}

const numbers: ReadonlySet<string> = new Set(['minutes', 'rate', 'amountMinor']);
const moments: ReadonlySet<string> = new Set(['closedAt', 'openedAt', 'startedAt']);

/** The requests of a CSV file. Throws BadInputError with file, line and field of everything that is wrong. */
export function readRequestFile(text: string, { file, map, timeZone }: FileWish): Work[] {
  const columns = readMap(map);
  const rows = readCsv(text, file);
  const problems: string[] = [];
  const works = rows.flatMap(({ record, info }) => {
    const entry = Object.fromEntries(
      requestKeys.flatMap(key => {
        const written = record[columns.get(key) ?? key]?.trim() ?? '';
        return written === '' ? [] : [[key, readCell(key, written, timeZone)]];
      }),
    );
    const read = requestEntry.safeParse(entry);
    if (read.success) return [read.data];
    for (const { path, what } of read.error.issues.flatMap(problemsOf))
      problems.push(
        `${file}:${info.lines}: ${columns.get(String(path[0])) ?? path.join('.')}: ${what}`,
      );
    return [];
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return works;
}

function readMap(map: string): Map<string, string> {
  const pairs = map.split(',').filter(part => part.trim() !== '');
  return new Map(
    pairs.map(part => {
      const [key = '', ...column] = part.split('=').map(each => each.trim());
      if (!requestKeys.some(known => known === key) || column.length === 0)
        throw new BadInputError([
          `--map: "${part}" does not fit; write KEY=HEADING, with a key of ${requestKeys.join(', ')}.`,
        ]);
      return [key, column.join('=')] as const;
    }),
  );
}

/** Several notes in one cell stand on lines of their own. */
function readCell(key: string, written: string, timeZone: string): unknown {
  if (numbers.has(key)) return /^\d+$/.test(written) ? Number(written) : written;
  if (key === 'notes') return written.split(/\r?\n/).filter(line => line.trim() !== '');
  if (!moments.has(key)) return written;
  const at = isoInstant(written.replace(' ', 'T'), timeZone);
  return Number.isNaN(at.getTime()) ? written : at.toISOString();
}
