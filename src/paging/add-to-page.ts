import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { planCalls } from './chase/plan-calls.ts';
import { callsOfPerson } from './ladder/chase.ts';
import { loadRoster } from './ladder/load-roster.ts';
import type { Page } from './page/page.ts';
import { lockPage } from './page/page-lock.ts';
import { askedLevel, listed } from './show/page-view.ts';
import { showPage } from './show/show-page.ts';

export interface Addition {
  readonly pageId: string;
  readonly byId: string;
  readonly personIds: readonly string[];
}

/**
 * Asks more people to a page, without changing who has it or who is called next. Returns the names of those
 * asked; people outside the vendor and people no longer active are left out.
 */
export async function addToPage(
  trip: Trip,
  { pageId, byId, personIds }: Addition,
): Promise<readonly string[] | 'resolved'> {
  const { tx } = trip;
  const page = await lockPage(trip, pageId);
  if (page.state === 'resolved') return 'resolved';
  const found = await Promise.all([...new Set(personIds)].map(id => findPerson(tx, id)));
  const people = found
    .filter(person => person?.active && person.side === 'vendor')
    .filter(one => one !== null);
  if (people.length === 0) return [];
  const by = await findPerson(tx, byId);
  const byName = by?.name ?? 'A colleague';
  for (const { id } of people) await ask(trip, page, id);
  const names = people.map(person => person.name);
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.reassigned',
    visibility: 'internal',
    text: `${byName} asked ${listed(names)} to help with the page`,
    authorId: byId,
    data: { pageId },
  });
  await showPage(trip, pageId);
  return names;
}

/** While nobody has it, they are called like everybody; once somebody has, they are asked once, in chat. */
async function ask(trip: Trip, page: Page, personId: string): Promise<void> {
  const { tx, now } = trip;
  const customer = await getCustomer(tx, page.customerId);
  const roster = await loadRoster(tx, customer, { escalation: page.policy, personIds: [personId] });
  const position = { level: askedLevel, round: page.round };
  if (page.state === 'open') {
    await planCalls(trip, { page, position, calls: callsOfPerson(personId, roster, now) });
    return;
  }
  const inChat = { personId, via: 'chat', address: null, dueAt: now };
  await planCalls(trip, { page, position, calls: [inChat] });
}
