import type { Customer } from '../../customers/customer.ts';
import { findAsked } from '../../customers/find-asked.ts';
import { findPerson } from '../../customers/find-person.ts';
import type { Person } from '../../customers/person.ts';
import type { Trip } from '../../shared/database.ts';
import type { Scene } from '../cadence/scene.ts';
import type { Matter } from './questions.ts';

/** Whom the next question is for, and what of theirs it comes back to. */
export interface Addressed {
  readonly person: Person | null;
  readonly matter: Matter | null;
}

/** Something said or asked for that the next question comes back to, and whose it is. */
interface Pending {
  readonly personId: string | null;
  readonly at: Date;
  readonly matter: Matter;
  /** What it is to anybody else; null = nothing. */
  readonly toOthers: Matter | null;
}

/**
 * Whoever was worried, had one thing or called somebody is asked about it: it is theirs, and no business of whoever is
 * asked otherwise. Once they have handed over, or are gone, whoever is asked now gets a question of its own.
 */
export async function findAddressed(trip: Trip, scene: Scene): Promise<Addressed> {
  const { tx } = trip;
  const { customer } = scene;
  const asked = await findAsked(tx, customer);
  const pending = (await findResolved(trip, scene)) ?? (await findLastWord(trip, scene));
  if (!pending) return { person: asked, matter: null };
  const { matter, toOthers } = pending;
  if (asked && pending.personId === asked.id) return { person: asked, matter };
  const whose = await findPerson(tx, pending.personId);
  if (!whose || !isStillTheirs(whose, customer)) return { person: asked, matter: toOthers };
  if (await isHandedOver(trip, customer, pending.at)) return { person: asked, matter: toOthers };
  return { person: whose, matter };
}

async function findResolved({ tx, now }: Trip, scene: Scene): Promise<Pending | null> {
  const { cadence, transition } = scene;
  const page = await tx.page.findFirst({
    where: {
      customerId: transition.customerId,
      isShared: true,
      resolvedAt: { gt: cadence.lastAskedAt ?? transition.phaseSince, lte: now },
      raisedBy: 'customer',
    },
    orderBy: { resolvedAt: 'desc' },
  });
  if (!page?.resolvedAt) return null;
  const { raisedById, raisedAt, resolvedAt } = page;
  const matter = (isTheirs: boolean): Matter => ({ kind: 'resolved', at: resolvedAt, isTheirs });
  return { personId: raisedById, at: raisedAt, matter: matter(true), toOthers: matter(false) };
}

async function findLastWord({ tx }: Trip, { transition }: Scene): Promise<Pending | null> {
  const last = await tx.checkIn.findFirst({
    where: { transitionId: transition.id, state: { in: ['answered', 'heard'] } },
    orderBy: { seq: 'desc' },
  });
  if (!last?.answeredAt) return null;
  const whose = { personId: last.answeredById, at: last.answeredAt, toOthers: null };
  if (last.answer === 'worried') return { ...whose, matter: { kind: 'worried' } };
  if (last.answer === 'fine') return { ...whose, matter: { kind: 'one-thing' } };
  return null;
}

function isStillTheirs({ active, side, customerId }: Person, { id }: Customer): boolean {
  return active && side === 'customer' && customerId === id;
}

/** Somebody said since whom to ask. */
async function isHandedOver({ tx }: Trip, { id }: Customer, since: Date): Promise<boolean> {
  const wishes = await tx.event.count({
    where: {
      customerId: id,
      kind: 'cadence.changed',
      at: { gte: since },
      data: { path: ['isAboutWhom'], equals: true },
    },
  });
  return wishes > 0;
}
