import type { Database } from '../shared/database.ts';
import { BadInputError } from '../shared/errors.ts';
import { beginImport } from './begin-import.ts';
import type { Report } from './difference.ts';
import { importSetup } from './import-setup.ts';
import { listConflicts } from './list-conflicts.ts';
import { notePart } from './note-part.ts';
import { joinedReport, setupParts } from './parts.ts';
import { refuseUnderWay } from './refuse-under-way.ts';
import { releaseMoved } from './release-moved.ts';
import type { Setup } from './setup.ts';
import type { SetupImport } from './setup-import.ts';
import { problemLines } from './source.ts';

/** A transaction with more customers than this would hold up what runs beside it. */
const customersEach = 100;

export interface SetupInParts {
  readonly setup: Setup;
  /** Of the file's text: the same file goes on where it was cut off. */
  readonly print: string;
  /** Hears of how many customers everything is saved. */
  readonly tell: (customers: number) => void;
}

export interface PartsReport extends Report {
  /** Of how many customers everything had been saved before by an import that was cut off. */
  readonly doneBefore: number;
}

/**
 * Brings the store to what a file of any size says, so many customers a transaction: each of them is either as the file
 * says, with its people, places and plans, or as it was. Cut off, it goes on there when it is called again. Throws
 * BadInputError, with nothing written, when the file asks for what it may not, or another import is under way.
 */
export async function importInParts(database: Database, file: SetupInParts): Promise<PartsReport> {
  const { setup, print, tell } = file;
  const conflicts = await listConflicts(database.client, setup);
  if (conflicts.length > 0) throw new BadInputError(problemLines(setup.source, conflicts));
  const parts = setupParts(setup, customersEach);
  const [only] = parts;
  if (parts.length === 1 && only) return { ...(await importAtOnce(database, only)), doneBefore: 0 };
  const customers = setup.customers.length;
  const begun = await database.trip(trip =>
    beginImport(trip, { print, customers, file: setup.source.file }),
  );
  await releaseMoved(database, setup);
  const reports: Report[] = [];
  let done = begun.done;
  for (const part of parts.slice(Math.floor(done / customersEach))) {
    done += part.customers.length;
    reports.push(await importPart(database, part, { begun, done }));
    tell(done);
  }
  return { ...joinedReport(reports), doneBefore: begun.done };
}

async function importAtOnce(database: Database, setup: Setup): Promise<Report> {
  return database.trip(async trip => {
    await refuseUnderWay(trip);
    return importSetup(trip, setup);
  });
}

interface Course {
  readonly begun: SetupImport;
  /** Of how many customers everything is saved after this part. */
  readonly done: number;
}

async function importPart(
  database: Database,
  part: Setup,
  { begun, done }: Course,
): Promise<Report> {
  return database.trip(async trip => {
    await notePart(trip, begun, done);
    return importSetup(trip, part);
  });
}
