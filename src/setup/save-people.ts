import { z } from 'zod';
import { watchCalendars } from '../absences/watch-calendars.ts';
import { businessHoursFrom } from '../customers/customer.ts';
import { leave } from '../customers/leave.ts';
import { freshPersonId } from '../customers/stand-in.ts';
import { presenceAt } from '../customers/working-hours.ts';
import type { Json, Trip, Tx } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { chunksOf } from './chunks.ts';
import { difference, note, type Report } from './difference.ts';
import { type IdentityChanges, identityChanges, keyOf, type Owned } from './identity-changes.ts';
import { inChunks } from './in-chunks.ts';
import { insertion } from './insertion.ts';
import { type PersonRow, personIdentities, personRows } from './rows.ts';
import type { Setup } from './setup.ts';

const insertPeople = insertion<PersonRow>('person', [
  'id',
  'name',
  'side',
  'customerId',
  'partnerOf',
  'timeZone',
  'language',
  'contact',
  'skills',
  'hours',
  'absencesUrl',
  'active',
]);

const planMorning = statement(
  'plan-morning',
  `INSERT INTO morning ("personId", "dueAt")
   SELECT "personId", "dueAt" FROM jsonb_populate_recordset(NULL::morning, $1::jsonb)
   ON CONFLICT ("personId") DO UPDATE SET "dueAt" = excluded."dueAt"`,
  z.never(),
);

interface PersonIdentityRow {
  readonly platform: string;
  readonly workspace: string;
  readonly user: string;
  readonly personId: string;
}

const insertIdentities = insertion<PersonIdentityRow>('person_identity', [
  'platform',
  'workspace',
  'user',
  'personId',
]);

/** Writes the people of a setup and how platforms know them; nobody is removed. */
export async function savePeople(trip: Trip, setup: Setup, report: Report): Promise<void> {
  const { tx, run } = trip;
  const rows = personRows(setup);
  const ids = rows.map(({ id }) => id);
  const known = await inChunks(ids, some => tx.person.findMany({ where: { id: { in: some } } }));
  const gone = new Set(known.filter(({ active }) => !active).map(({ id }) => id));
  const wanted = rows
    .map(row => stillServing(row, known, setup))
    .map(row => ((row.active ?? !gone.has(row.id)) ? row : withoutWays(row)));
  const found = difference(wanted, known);
  for (const created of chunksOf(found.created)) {
    const fresh = created.map(row => ({ active: true, ...row }));
    await run(insertPeople, [JSON.stringify(fresh)]);
  }
  for (const { row } of found.changed) {
    // Whoever leaves does so by the one way there is; whoever comes back has nothing to hand over any more.
    const { active, ...data } = dataOf(row);
    await tx.person.update({ where: { id: row.id }, data });
    if (active === false) await leave(trip, [row.id]);
    if (active === true) {
      await tx.person.update({ where: { id: row.id }, data: { active, departureDueAt: null } });
    }
    if (isServingLess(row, known))
      await tx.person.update({ where: { id: row.id }, data: { departureDueAt: trip.now } });
  }
  const touched = [...found.created, ...found.changed.map(({ row }) => row)];
  await planMornings(trip, touched);
  await watchCalendars(trip, touched);
  const changes = identityChanges(
    setup.people.map(person => ({ ownerId: person.id, identities: personIdentities(person) })),
    await listIdentities(tx, ids),
  );
  await saveIdentities(trip, changes);
  note(report, { kind: 'person', found: found, touched: changes.owners });
}

/** A file says whom a partner works for among its own customers; what they are to others stays. */
function stillServing(
  row: PersonRow,
  known: readonly Pick<PersonRow, 'id' | 'partnerOf'>[],
  { customers }: Setup,
): PersonRow {
  if (row.side !== 'partner') return row;
  const before = known.find(({ id }) => id === row.id)?.partnerOf ?? [];
  const elsewhere = before.filter(id => customers.every(customer => customer.id !== id));
  return { ...row, partnerOf: [...new Set([...row.partnerOf, ...elsewhere])].sort() };
}

/** A partner works for one customer fewer: what they had of it is handed over. */
function isServingLess(
  row: PersonRow,
  known: readonly Pick<PersonRow, 'id' | 'partnerOf'>[],
): boolean {
  const before = known.find(({ id }) => id === row.id);
  return before?.partnerOf.some(id => !row.partnerOf.includes(id)) ?? false;
}

/** Of somebody who has left no number is kept, whatever the file still says. */
function withoutWays(row: PersonRow): PersonRow {
  return { ...row, contact: [], absencesUrl: null };
}

/** Whoever of the vendor's is new, or works at other hours now, has their next morning planned. */
async function planMornings({ run, now }: Trip, rows: readonly PersonRow[]): Promise<void> {
  const mornings = rows
    .filter(({ side }) => side === 'vendor')
    .map(({ id, timeZone, hours }) => ({
      personId: id,
      dueAt: presenceAt(now, { timeZone, businessHours: businessHoursFrom(hours) }).nextMorning,
    }));
  for (const some of chunksOf(mornings)) await run(planMorning, [JSON.stringify(some)]);
}

function dataOf(row: PersonRow) {
  return { ...row, contact: row.contact as unknown as Json };
}

async function listIdentities(tx: Tx, ids: readonly string[]) {
  const rows = await inChunks(ids, some =>
    tx.personIdentity.findMany({ where: { personId: { in: some } } }),
  );
  return rows.map(({ personId, user, platform, workspace }) => ({
    ownerId: personId,
    platform,
    workspace,
    self: user,
  }));
}

/** Whoever was recognised by this account before the file listed them gives it up; what they did stays theirs. */
async function leaveRecognised(tx: Tx, rows: readonly Owned[]): Promise<void> {
  const wanted = new Set(rows.map(keyOf));
  const held = await tx.personIdentity.findMany({
    where: { user: { in: rows.map(({ self }) => self) } },
  });
  for (const { platform, workspace, user, personId } of held) {
    const isWanted = wanted.has(keyOf({ platform, workspace, self: user }));
    if (!isWanted || personId !== freshPersonId({ platform, workspace, user })) continue;
    await tx.personIdentity.delete({
      where: { platform_workspace_user: { platform, workspace, user } },
    });
  }
}

async function saveIdentities(
  { tx, run }: Trip,
  { removed, created }: IdentityChanges,
): Promise<void> {
  for (const { platform, workspace, self } of removed) {
    await tx.personIdentity.deleteMany({ where: { platform, workspace, user: self } });
  }
  for (const rows of chunksOf(created)) {
    await leaveRecognised(tx, rows);
    const added = rows.map(({ ownerId, platform, workspace, self }) => ({
      personId: ownerId,
      platform,
      workspace,
      user: self,
    }));
    await run(insertIdentities, [JSON.stringify(added)]);
  }
}
