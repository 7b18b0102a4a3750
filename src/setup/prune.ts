import { leave } from '../customers/leave.ts';
import { freshPersonId } from '../customers/stand-in.ts';
import type { Trip, Tx } from '../shared/database.ts';
import { chunksOf } from './chunks.ts';
import { removeTransition } from './remove-transition.ts';
import type { Removed } from './removed.ts';
import type { Setup } from './setup.ts';
import { removeEntry } from './stored/remove-entry.ts';
import { milestonePlans, transitionPlans } from './transition-rows.ts';

/** What a prune takes away, by name, and what it leaves, with the reason. */
export interface Pruned {
  /** Whoever no file mentions any more has left. */
  readonly left: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** Where it is looked at and taken away: a database, each in a trip of its own, or all in a trip that is under way. */
export interface Pruning {
  readonly client: Tx;
  trip<T>(work: (trip: Trip) => Promise<T>): Promise<T>;
}

/**
 * Takes away what no file mentions any more: the vendor's people and those of the files' customers, plans that have not
 * begun, schedules and escalations nobody needs. Whoever was only recognised by their account never stood in a file and
 * stays; so does what has begun, and every place. With `isTried` nothing is taken away.
 */
export async function prune(
  database: Pruning,
  setups: readonly Setup[],
  { isTried }: { readonly isTried: boolean } = { isTried: false },
): Promise<Pruned> {
  const left = await listGone(database.client, setups);
  if (!isTried) for (const some of chunksOf(left)) await database.trip(trip => leave(trip, some));
  const removed: string[] = [];
  const kept: string[] = [];
  for (const { name, remove } of await listUnnamed(database.client, setups)) {
    const outcome = isTried ? ({ outcome: 'removed' } as const) : await database.trip(remove);
    if (outcome.outcome === 'needed') kept.push(`${name}: ${outcome.why}`);
    else removed.push(name);
  }
  return { left, removed, kept };
}

async function listGone(tx: Tx, setups: readonly Setup[]): Promise<string[]> {
  const listed = new Set(setups.flatMap(({ people }) => people.map(({ id }) => id)));
  const customers = new Set(setups.flatMap(setup => setup.customers.map(({ id }) => id)));
  const known = await tx.person.findMany({
    where: { active: true, side: { in: ['vendor', 'customer'] } },
    select: { id: true, side: true, customerId: true, identities: true },
    orderBy: { id: 'asc' },
  });
  return known
    .filter(({ id }) => !listed.has(id))
    .filter(({ side, customerId }) => side === 'vendor' || customers.has(customerId ?? ''))
    .filter(({ id, identities }) => !identities.some(account => freshPersonId(account) === id))
    .map(({ id }) => id);
}

interface Unnamed {
  readonly name: string;
  remove(trip: Trip): Promise<Removed>;
}

async function listUnnamed(tx: Tx, setups: readonly Setup[]): Promise<Unnamed[]> {
  const customers = setups.flatMap(setup => setup.customers);
  const within = { customerId: { in: customers.map(({ id }) => id) } };
  const plans = new Set(customers.flatMap(transitionPlans).map(({ id }) => id));
  const steps = new Set(customers.flatMap(milestonePlans).map(({ id }) => id));
  const ids = (kind: 'schedules' | 'escalations' | 'hooks' | 'webhooks') =>
    new Set(setups.flatMap(setup => setup[kind].map(({ id }) => id)));
  const transitions = await tx.transition.findMany({ where: within, select: { id: true } });
  const milestones = await tx.milestone.findMany({
    where: { ...within, state: 'planned', transitionId: { in: [...plans] } },
    select: { id: true },
  });
  const [policies, schedules, hooks] = [ids('escalations'), ids('schedules'), ids('hooks')];
  return [
    ...missing(transitions, plans).map(id => ({
      name: `transition ${id}`,
      remove: (trip: Trip) => removeTransition(trip, id),
    })),
    ...missing(milestones, steps).map(id => ({
      name: `milestone ${id}`,
      remove: (trip: Trip) => removeStep(trip, id),
    })),
    ...missing(await tx.escalationPolicy.findMany({ select: { id: true } }), policies).map(id => ({
      name: `escalation ${id}`,
      remove: (trip: Trip) => removeEntry(trip, { kind: 'escalation', id }),
    })),
    ...missing(await tx.schedule.findMany({ select: { id: true } }), schedules).map(id => ({
      name: `schedule ${id}`,
      remove: (trip: Trip) => removeEntry(trip, { kind: 'schedule', id }),
    })),
    ...missing(await tx.hook.findMany({ select: { id: true } }), hooks).map(id => ({
      name: `hook ${id}`,
      remove: (trip: Trip) => removeHook(trip, id),
    })),
    ...missing(await tx.webhook.findMany({ select: { id: true } }), ids('webhooks')).map(id => ({
      name: `webhook ${id}`,
      remove: (trip: Trip) => removeWebhook(trip, id),
    })),
  ];
}

function missing(known: readonly { readonly id: string }[], named: ReadonlySet<string>): string[] {
  return known.map(({ id }) => id).filter(id => !named.has(id));
}

/** A step that nobody began, with whoever waited for it. */
async function removeStep({ tx }: Trip, id: string): Promise<Removed> {
  await tx.notice.deleteMany({ where: { milestoneId: id } });
  const { count } = await tx.milestone.deleteMany({ where: { id, state: 'planned' } });
  return count > 0 ? { outcome: 'removed' } : { outcome: 'needed', why: 'It has begun meanwhile.' };
}

/** A door that no file mentions is closed: whoever knocks is a stranger. */
async function removeHook({ tx }: Trip, id: string): Promise<Removed> {
  const { count } = await tx.hook.deleteMany({ where: { id } });
  return { outcome: count > 0 ? 'removed' : 'unknown' };
}

/** A system that no file mentions is told nothing more; what is on its way stays here. */
async function removeWebhook({ tx }: Trip, id: string): Promise<Removed> {
  const { count } = await tx.webhook.deleteMany({ where: { id } });
  return { outcome: count > 0 ? 'removed' : 'unknown' };
}
