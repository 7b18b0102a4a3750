import type { Customer } from '../../../customers/customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import { type Person, personFrom } from '../../../customers/person.ts';
import { internal } from '../../../delivery/audience.ts';
import { findOpenPage, listPagedIds } from '../../../paging/page/find-pages.ts';
import { reassignPage } from '../../../paging/reassign-page.ts';
import { giveMatter } from '../../../partners/give-matter.ts';
import type { Trip, Tx } from '../../../shared/database.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import { listMilestones } from '../../../transitions/list-milestones.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import { actorOf, placeCustomerOf } from '../../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { matchName } from '../../words/names.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';
import { passedText } from './passed-text.ts';
import { usageOf } from './usage.ts';

/** `hand northwind: the labels to Kestrel`: a step, the open page, or anything else is a partner's until it comes back. */
export async function hand(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const order = readHand(rest);
    if (!order) return [privateNote(internal`What, and to whom? ${usageOf('hand')}`)];
    const partners = await listPartners(trip.tx, customer.id);
    const match = matchName(order.to.replace(/^@/, ''), partners);
    if (match.kind !== 'one') return [noPartner(customer, order.to, partners)];
    return [await give(trip, command, { customer, partner: match.found, what: order.what })];
  });
}

function readHand(said: string): { readonly what: string; readonly to: string } | null {
  const { what, to } =
    /^(?:over\s+)?(?<what>.+)\s+(?:over\s+)?to\s+(?<to>[^:]+?)[.!]*$/isu.exec(said.trim())
      ?.groups ?? {};
  return what && to ? { what: what.trim().slice(0, 500), to: to.trim() } : null;
}

async function listPartners(tx: Tx, customerId: string): Promise<Person[]> {
  const rows = await tx.person.findMany({
    where: { side: 'partner', active: true, partnerOf: { has: customerId } },
    orderBy: { id: 'asc' },
  });
  return rows.map(personFrom);
}

function noPartner({ name }: Customer, said: string, partners: readonly Person[]): Reply {
  const known = partners.map(partner => partner.name).join(', ');
  return privateNote(
    internal`Nobody called "${said}" works for ${name} as a partner, so nothing is handed over.`,
    known === '' ? internal`Nobody does yet.` : internal`There are: ${known}.`,
  );
}

interface Gift {
  readonly customer: Customer;
  readonly partner: Person;
  readonly what: string;
}

async function give(trip: Trip, command: Command, gift: Gift): Promise<Reply> {
  const { customer, partner, what } = gift;
  const giver = command.actor;
  if (!/^(?:it|this|the page|page)$/i.test(what)) {
    const milestone = await findStep(trip, customer, what);
    await giveMatter(trip, { ...gift, giver, milestone, pageId: null });
    const step = milestone ? internal` The step is theirs in the plan as well.` : internal``;
    return privateNote(
      internal`${partner.name} has “${what}”, and nothing else of ${customer.name}.${step} It comes back to you.`,
    );
  }
  return givePage(trip, command, gift);
}

async function givePage(trip: Trip, command: Command, gift: Gift): Promise<Reply> {
  const { customer, partner } = gift;
  const giver = command.actor;
  const page = await findOpenPage(trip.tx, customer.id);
  if (!page) return privateNote(internal`No page of ${customer.name} is open.`);
  const about = {
    customerId: customer.id,
    managerId: customer.managerId,
    pagedIds: await listPagedIds(trip.tx, page.id),
    placeCustomerId: placeCustomerOf(command.turn)?.id ?? null,
  };
  if (!mayDo('reassign', actorOf(command.turn), about)) return refusal();
  if (page.ownerId === partner.id)
    return privateNote(internal`${partner.name} has ${customer.name}'s page already.`);
  const outcome = await reassignPage(trip, {
    pageId: page.id,
    byId: giver.id,
    toId: partner.id,
  });
  if (outcome !== 'reassigned')
    return privateNote(passedText(outcome, { toName: partner.name, isTold: false }));
  await giveMatter(trip, { ...gift, what: 'the page', giver, milestone: null, pageId: page.id });
  return privateNote(
    internal`I'm calling ${partner.name} for ${customer.name}'s page. Until they have it, the ladder goes on behind them.`,
  );
}

async function findStep(trip: Trip, customer: Customer, what: string): Promise<Milestone | null> {
  const transitions = await findCurrentTransitions(trip.tx, customer.id, trip.now);
  const steps = await listMilestones(
    trip.tx,
    transitions.map(({ id }) => id),
  );
  const open = steps.filter(({ state }) => state !== 'done' && state !== 'cancelled');
  const named = open.map(step => ({ id: step.key, name: step.name, step }));
  const match = matchName(what.replace(/^the\s+/i, ''), named);
  return match.kind === 'one' ? match.found.step : null;
}
