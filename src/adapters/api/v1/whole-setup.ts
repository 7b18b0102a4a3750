import { z } from 'zod';
import { importSetup } from '../../../setup/import-setup.ts';
import { listConflicts } from '../../../setup/list-conflicts.ts';
import { type Pruned, prune } from '../../../setup/prune.ts';
import { wholeFile } from '../../../setup/reference/setup-schema.ts';
import { refuseUnderWay } from '../../../setup/refuse-under-way.ts';
import { checkedSetup, type Setup } from '../../../setup/setup.ts';
import { mapping } from '../../../setup/shape.ts';
import { nowhere, type Problem } from '../../../setup/source.ts';
import { type ChangedValue, listChanges } from '../../../setup/stored/changes.ts';
import { loadStored } from '../../../setup/stored/load-stored.ts';
import { oneOf } from '../../../setup/values.ts';
import type { Trip } from '../../../shared/database.ts';
import { BadInputError } from '../../../shared/errors.ts';
import { HttpProblem } from '../problem.ts';
import { everyCustomer } from '../right.ts';
import type { Bearer } from './bearer.ts';
import { operation, refused } from './operation.ts';
import { newestFact, refuseTold } from './told.ts';

/** More than this would hold up in one transaction what runs beside it; the command line goes part by part. */
const mostCustomers = 100;

const names = z.array(z.string());

const report = mapping({
  created: names,
  changed: names,
  left: names,
  parked: names,
  gone: names,
  removed: names,
  kept: names,
  values: z.array(mapping({ path: z.string(), before: z.string(), after: z.string() })),
});

const yesOrNo = oneOf(['true', 'false']).default('false');

/** `POST setup`: a whole setup file at once, or what it would change. */
export const importWhole = operation({
  id: 'importSetup',
  method: 'post',
  path: '/setup',
  summary:
    'Bring everything to what a setup file says, or with dryRun only show what would change. The same file twice changes nothing; with prune, what it does not mention any more goes.',
  may: 'setup',
  query: mapping({ dryRun: yesOrNo, prune: yesOrNo }),
  body: z.record(z.string(), z.unknown()),
  bodyShape: wholeFile,
  bodyLimit: 8 * 1024 * 1024,
  answers: {
    200: { description: 'What was created and changed, or would be', schema: report },
    409: { description: 'Another import is under way' },
  },
  async handle(trip, { bearer, query, body }) {
    refuseNarrow(bearer);
    await refuseBeside(trip);
    const setup = await readWhole(trip, body);
    const isTried = query.dryRun === 'true';
    const ids = setup.customers.map(({ id }) => id);
    const since = await newestFact(trip.tx);
    const before = await loadStored(trip.tx, ids);
    const { created, changed, left, parked } = await importSetup(trip, setup);
    const pruned = query.prune === 'true' ? await pruneIn(trip, setup) : nothingPruned;
    await refuseTold(trip.tx, bearer, { since, customerIds: ids });
    const values = listChanges(before, await loadStored(trip.tx, ids));
    return {
      status: 200,
      body: { created, changed, left, parked, ...reportOf(pruned, values) },
      isNews: true,
      isTried,
    };
  },
});

const nothingPruned: Pruned = { left: [], removed: [], kept: [] };

/** All of it in the trip that is under way. */
function pruneIn(trip: Trip, setup: Setup): Promise<Pruned> {
  return prune({ client: trip.tx, trip: work => work(trip) }, [setup]);
}

function reportOf({ left: gone, removed, kept }: Pruned, values: readonly ChangedValue[]) {
  return { gone, removed, kept, values };
}

function refuseNarrow({ customers }: Bearer): void {
  if (customers.includes(everyCustomer)) return;
  throw new HttpProblem(
    [403, 'shared'],
    "A whole setup is about every customer; a token made with --customer '*' may import one.",
  );
}

async function refuseBeside(trip: Trip): Promise<void> {
  try {
    await refuseUnderWay(trip);
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    throw new HttpProblem([409, 'import-under-way'], error.problems.join(' '));
  }
}

async function readWhole({ tx }: Trip, body: unknown): Promise<Setup> {
  const read = checkedSetup(body);
  if (read.kind === 'wrong') throw wrong(read.problems);
  if (read.setup.customers.length > mostCustomers)
    throw wrong([
      {
        path: ['customers'],
        what: `has more than ${mostCustomers}; send them in several requests, or use "handrail import"`,
      },
    ]);
  const setup = { ...read.setup, source: nowhere('setup') };
  const conflicts = await listConflicts(tx, setup);
  if (conflicts.length > 0) throw wrong(conflicts);
  return setup;
}

function wrong(problems: readonly Problem[]): HttpProblem {
  const errors = problems.map(({ path, what }) => ({
    field: path.map(String).join('.') || '(body)',
    detail: what,
  }));
  return refused([422, 'invalid-body'], errors);
}
