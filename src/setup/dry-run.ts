import type { Database, Trip } from '../shared/database.ts';
import { BadInputError, HandrailError } from '../shared/errors.ts';
import type { Report } from './difference.ts';
import type { PartsReport, SetupInParts } from './import-in-parts.ts';
import { importSetup } from './import-setup.ts';
import { listConflicts } from './list-conflicts.ts';
import { joinedReport, setupParts } from './parts.ts';
import type { Setup } from './setup.ts';
import { problemLines } from './source.ts';
import { type ChangedValue, listChanges } from './stored/changes.ts';
import { loadStored } from './stored/load-stored.ts';

/** What an import would do, and each value that would be another. */
export interface DryReport extends PartsReport {
  readonly values: readonly ChangedValue[];
}

/** Carries a finished look out of a trip that must change nothing. */
class TakenBack extends HandrailError {
  readonly code = 'taken-back';
  readonly seen: Seen;

  constructor(seen: Seen) {
    super('This import was only tried.');
    this.seen = seen;
  }
}

interface Seen {
  readonly report: Report;
  readonly values: readonly ChangedValue[];
}

const customersEach = 100;

/** Imports a file part by part and takes each of them back: what it would create, change and leave. Nothing stays written. */
export async function dryRun(
  database: Database,
  { setup }: Pick<SetupInParts, 'setup'>,
): Promise<DryReport> {
  const conflicts = await listConflicts(database.client, setup);
  if (conflicts.length > 0) throw new BadInputError(problemLines(setup.source, conflicts));
  const seen: Seen[] = [];
  for (const part of setupParts(setup, customersEach)) seen.push(await tryPart(database, part));
  return {
    ...joinedReport(seen.map(({ report }) => report)),
    doneBefore: 0,
    values: seen.flatMap(({ values }) => values),
  };
}

async function tryPart(database: Database, part: Setup): Promise<Seen> {
  try {
    return await database.trip(async trip => {
      throw new TakenBack(await look(trip, part));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.seen;
    throw error;
  }
}

async function look(trip: Trip, part: Setup): Promise<Seen> {
  const ids = concerned(part);
  const before = await loadStored(trip.tx, ids);
  const report = await importSetup(trip, part);
  return { report, values: listChanges(before, await loadStored(trip.tx, ids)) };
}

/** The customers that a part says something of, itself or of their people. */
function concerned({ customers, people }: Setup): string[] {
  const theirs = people.flatMap(person => [person.customer ?? [], person.customers].flat());
  return [...new Set([...customers.map(({ id }) => id), ...theirs])];
}
