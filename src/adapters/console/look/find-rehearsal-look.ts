import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import type { Trip } from '../../../shared/database.ts';
import { minute, since } from '../../../shared/time.ts';
import { findByKey } from '../../../transitions/find-by-key.ts';
import type { Transition } from '../../../transitions/transition.ts';
import { type TranscriptLine, transcriptLines } from './rehearsal.ts';
import { type StoryName, storyNames } from './rehearsal-story.ts';

/** The newest rehearsal of a window: how it stands, and what was said and done in it. */
export interface Rehearsed {
  readonly story: StoryName;
  readonly byName: string;
  readonly startedAt: Date;
  readonly state: 'running' | 'over' | 'cut-off';
  readonly problem: string | null;
  readonly lines: readonly TranscriptLine[];
  /** How many lines there are, shown or not. */
  readonly total: number;
}

/** A window that can be rehearsed, with what came of it the last time. */
export interface RehearsalLook {
  readonly customer: Customer;
  readonly transition: Transition;
  readonly last: Rehearsed | null;
  /** Of everybody and every place that is named in it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Longer than this none is lived through: whoever did it has ended. */
export const rehearsedWithin = 5 * minute;

/** More than that nobody reads at once. */
const mostLines = 220;

/** The rehearsal of a transition of this customer; null when it has none such. */
export async function findRehearsalLook(
  trip: Pick<Trip, 'tx' | 'now'>,
  customerId: string,
  key: string,
): Promise<RehearsalLook | null> {
  const { tx, now } = trip;
  const found = await findByKey(trip, customerId, key);
  if (!found) return null;
  const where = { customerId_transitionKey: { customerId, transitionKey: key } };
  const row = await tx.rehearsal.findUnique({ where });
  const all = transcriptLines(row?.transcript ?? '');
  const lines = all.slice(0, mostLines);
  const ids = lines.map(line => (line.kind === 'message' ? line.to : line.from));
  const names = await loadNames(trip, [...ids, row?.byId ?? '']);
  const isLong = row !== null && since(row.startedAt, now) > rehearsedWithin;
  return {
    customer: await getCustomer(tx, customerId),
    transition: found.transition,
    last: row && {
      story: storyNames.find(one => one === row.story) ?? 'calm',
      byName: names.get(row.byId) ?? row.byId,
      startedAt: row.startedAt,
      state: row.endedAt ? 'over' : isLong ? 'cut-off' : 'running',
      problem: row.problem,
      lines,
      total: all.length,
    },
    names,
  };
}

async function loadNames({ tx }: Pick<Trip, 'tx'>, ids: readonly string[]) {
  const where = { where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } };
  const rows = [...(await tx.person.findMany(where)), ...(await tx.place.findMany(where))];
  return new Map(rows.map(({ id, name }) => [id, name || id]));
}
