import { questionProofs } from '../on-call/question-proofs.ts';
import type { Trip } from '../shared/database.ts';
import { BadInputError } from '../shared/errors.ts';
import { notifyAskers } from '../situation/notify-askers.ts';
import { beginCadences } from './begin-cadences.ts';
import type { Report } from './difference.ts';
import { inChunks } from './in-chunks.ts';
import { listConflicts } from './list-conflicts.ts';
import { listForgotten } from './list-forgotten.ts';
import { lockImports } from './lock-imports.ts';
import { saveCustomers } from './save-customers.ts';
import { saveHooks } from './save-hooks.ts';
import { saveMilestones } from './save-milestones.ts';
import { saveOnCall } from './save-on-call.ts';
import { savePeople } from './save-people.ts';
import { savePlaces } from './save-places.ts';
import { saveTransitions } from './save-transitions.ts';
import { saveWebhooks } from './save-webhooks.ts';
import type { Setup } from './setup.ts';
import { problemLines } from './source.ts';

/**
 * Brings the store to what the file says, in one trip; the same file again changes nothing. Plans change,
 * running state (phases, steps, rungs, pages) stays. Throws BadInputError, with nothing written, when the
 * file would hand a place or an identity from one reader to another.
 */
export async function importSetup(trip: Trip, setup: Setup): Promise<Report> {
  const { tx } = trip;
  await lockImports(tx);
  const conflicts = await listConflicts(tx, setup);
  if (conflicts.length > 0) throw new BadInputError(problemLines(setup.source, conflicts));
  const report: Report = { created: [], changed: [], left: [], parked: [] };
  await savePeople(trip, setup, report);
  await saveCustomers(trip, setup, report);
  await savePlaces(trip, setup, report);
  await saveOnCall(trip, setup, report);
  await saveHooks(trip, setup, report);
  await saveWebhooks(trip, setup, report);
  const saved = await saveTransitions(trip, setup, report);
  await saveMilestones(trip, setup, { ...saved, report });
  await beginCadences(trip, saved.isNew);
  if (report.changed.length + report.created.length > 0) await questionProofs(trip);
  await tellChanges(trip, report);
  report.left.push(...(await listForgotten(tx, setup)));
  return report;
}

/** Whoever waited for news hears of a changed plan. */
async function tellChanges(trip: Trip, { changed, created }: Report): Promise<void> {
  const customers = [...changed, ...created].flatMap(name => {
    const [, customerId] = /^(?:milestone|transition) ([^/]+)\//.exec(name) ?? [];
    return customerId ? [customerId] : [];
  });
  const waiting = await inChunks([...new Set(customers)], some =>
    trip.tx.newsRequest.findMany({ where: { openKey: { in: some } } }),
  );
  for (const { customerId } of waiting) await notifyAskers(trip, customerId);
}
