import { findAdvocate } from '../customers/find-advocate.ts';
import { getCustomer } from '../customers/find-customer.ts';
import type { Person } from '../customers/person.ts';
import { unresolved } from '../paging/page/page-state.ts';
import { reassignPage } from '../paging/reassign-page.ts';
import { callForKept } from '../partners/call-for-kept.ts';
import { keptId } from '../partners/kept-words.ts';
import type { Trip } from '../shared/database.ts';
import { openTask } from '../tasks/open-task.ts';
import { recordEvent } from '../timeline/record-event.ts';

/**
 * A partner's person works for a customer no longer: what they had of it is ours again, and its advocate is told what it
 * was. Urgent words of theirs that nobody has heard call somebody first.
 */
export async function handOverPartner(trip: Trip, person: Person): Promise<void> {
  const { tx } = trip;
  const stays = person.active ? person.partnerOf : [];
  const elsewhere = { customerId: { notIn: [...stays] } };
  const pages = await listPages(trip, person, elsewhere);
  const kept = await tx.openQuestion.findUnique({ where: { id: keptId(person.id) } });
  if (kept?.dueAt && !person.active) await callForKept(trip, kept.id);
  for (const { id: pageId } of await listPages(trip, person, elsewhere))
    await reassignPage(trip, { pageId, byId: person.id, toId: null, why: 'left' });
  const steps = await tx.milestone.findMany({
    where: {
      ...elsewhere,
      ownerId: person.id,
      state: { notIn: ['done', 'cancelled', 'rolled-back'] },
    },
    orderBy: { plannedFrom: 'asc' },
  });
  const matters = await tx.partnerMatter.findMany({
    where: { ...elsewhere, partnerId: person.id, backAt: null },
    orderBy: { givenAt: 'asc' },
  });
  const had = [...pages, ...steps, ...matters].map(({ customerId }) => customerId);
  for (const customerId of [...new Set(had)].sort()) {
    const isHere = (one: { readonly customerId: string }) => one.customerId === customerId;
    await returnTheirs(trip, person, {
      customerId,
      pages: pages.filter(isHere).length,
      steps: steps.filter(isHere),
      matters: matters.filter(isHere),
    });
  }
}

interface Theirs {
  readonly customerId: string;
  readonly pages: number;
  readonly steps: readonly { readonly id: string; readonly name: string }[];
  readonly matters: readonly {
    readonly id: string;
    readonly what: string;
    readonly milestoneId: string | null;
    readonly pageId: string | null;
  }[];
}

/** What they have, or are called for. */
async function listPages(
  { tx }: Trip,
  { id }: Person,
  elsewhere: { readonly customerId: { readonly notIn: string[] } },
): Promise<{ readonly id: string; readonly customerId: string }[]> {
  const state = { in: ['planned', 'called'] };
  return tx.page.findMany({
    where: {
      ...elsewhere,
      ...unresolved,
      OR: [{ ownerId: id }, { ownerId: null, calls: { some: { personId: id, state } } }],
    },
    orderBy: { raisedAt: 'asc' },
  });
}

async function returnTheirs(trip: Trip, person: Person, theirs: Theirs): Promise<void> {
  const { tx, now } = trip;
  const { customerId, pages, steps, matters } = theirs;
  const customer = await getCustomer(tx, customerId);
  const advocate = await findAdvocate(trip, customer);
  await tx.milestone.updateMany({
    where: { id: { in: steps.map(({ id }) => id) } },
    data: advocate ? { ownerId: advocate.id, ownedBy: 'vendor' } : { ownerId: null, ownedBy: null },
  });
  await tx.partnerMatter.updateMany({
    where: { id: { in: matters.map(({ id }) => id) } },
    data: { backAt: now },
  });
  const others = matters.filter(
    one => one.pageId === null && !steps.some(({ id }) => id === one.milestoneId),
  );
  const what = [
    ...(pages > 0 ? ['the page, which calls the next one'] : []),
    ...steps.map(({ name }) => `the step “${name}”`),
    ...others.map(({ what }) => `“${what}”`),
  ].join(', ');
  if (what === '') return;
  const text = `${person.name} (partner) is no longer there for ${customer.name}. Theirs was: ${what}. It is with us again.`;
  if (advocate)
    await openTask(trip, {
      key: `partner-left:${person.id}:${customerId}:${now.getTime()}`,
      customerId,
      kind: 'left',
      text,
      assigneeId: advocate.id,
    });
  await recordEvent(trip, { customerId, kind: 'partner.back', visibility: 'internal', text });
}
