import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { openTask } from '../tasks/open-task.ts';
import { findTheme } from './gather.ts';
import { loadTallies } from './load-tallies.ts';
import type { Saying } from './saying.ts';
import { subjectOf } from './subject.ts';
import { labelOf, type Tally, wantsOwner } from './tally.ts';

export interface NewSaying extends Omit<Saying, 'id' | 'at' | 'terms' | 'themeId'> {
  /** The same key is kept once. */
  readonly key: string;
}

/** Any number that nothing else locks with. */
const gatheringLock = 7_301n;

/** So much of what was said before is looked through for what is alike. */
const heardWithin = 365 * day;
const mostHeard = 3_000;

/** Keeps what somebody said under the theme it belongs to, or as the first of a new one, and finds somebody whose it is. */
export async function keepSaying(trip: Trip, said: NewSaying): Promise<void> {
  const { tx, now, random } = trip;
  if ((await tx.saying.count({ where: { key: said.key } })) > 0) return;
  const terms = subjectOf(said.text);
  if (terms.size === 0) return;
  // Two who say the same at once would each begin a theme of their own.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${gatheringLock})`;
  const before = await tx.saying.findMany({
    where: { at: { gt: plus(now, -heardWithin) } },
    orderBy: { at: 'desc' },
    take: mostHeard,
    select: { themeId: true, terms: true },
  });
  const placed = before.map(one => ({ themeId: one.themeId, terms: new Set(one.terms) }));
  const themeId = findTheme(terms, placed) ?? (await beginTheme(trip));
  const row = { ...said, id: random.id(), terms: [...terms], at: now, themeId };
  await tx.saying.create({ data: row });
  const [tally] = await loadTallies(tx, { themeId });
  if (!tally) return;
  if (tally.theme.state === 'done') await comeBack(trip, tally, said);
  else if (wantsOwner(tally)) await askForOwner(trip, tally, said);
}

async function beginTheme({ tx, now, random }: Trip): Promise<string> {
  const id = random.id();
  await tx.theme.create({ data: { id, state: 'open', createdAt: now } });
  return id;
}

/** Somebody says again what was thought to be over: whoever has it looks once more. */
async function comeBack(
  trip: Trip,
  { theme }: Tally,
  { customerId, text }: NewSaying,
): Promise<void> {
  await trip.tx.theme.update({ where: { id: theme.id }, data: { state: 'open' } });
  if (theme.ownerId === null) return;
  await openTask(trip, {
    key: `theme-again:${theme.id}:${theme.changedAt?.getTime() ?? 0}`,
    customerId,
    kind: 'voice',
    text: `Said again after it was done: “${text}” Type "voice ${theme.number}" to read all of it.`,
    assigneeId: theme.ownerId,
    urgency: 'in-hours',
  });
}

/** The text names what this customer said alone: a task is theirs, and is exported with them. */
async function askForOwner(
  trip: Trip,
  { theme, sayings, customers }: Tally,
  { customerId }: NewSaying,
): Promise<void> {
  const { tx } = trip;
  const customer = await findCustomer(tx, customerId);
  const asked =
    (await findPerson(tx, customer?.managerId ?? null)) ??
    (await findPerson(tx, customer?.advocateId ?? null));
  if (!customer || !asked) return;
  const own = sayings.filter(one => one.customerId === customerId);
  const many = customers > 1 ? ` by ${customers} customers` : '';
  await openTask(trip, {
    key: `theme-owner:${theme.id}`,
    customerId,
    kind: 'voice',
    text: `Said ${sayings.length} times${many}: ${labelOf(own)}. Whose is it? Type "voice ${theme.number} owner NAME", or "voice ${theme.number}" to read it.`,
    assigneeId: asked.id,
    urgency: 'in-hours',
  });
}
