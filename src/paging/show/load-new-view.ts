import { findPerson } from '../../customers/find-person.ts';
import type { Trip } from '../../shared/database.ts';
import { listPartnersHere } from './list-partners-here.ts';
import type { PageView } from './page-view.ts';

/** A page that this trip has just opened, with everything that is said about it: nothing has joined it or been done yet. */
export async function loadNewView(
  { tx, now }: Trip,
  { page, customer, roster, calls }: Pick<PageView, 'page' | 'customer' | 'roster' | 'calls'>,
): Promise<PageView> {
  const raiser = await findPerson(tx, page.raisedById);
  const people = raiser ? [...roster.people, raiser] : roster.people;
  return {
    page,
    customer,
    roster,
    calls,
    words: [],
    names: new Map(people.map(({ id, name }) => [id, name])),
    partnersHere: roster.people.some(({ isPartner }) => isPartner)
      ? await listPartnersHere(tx, page)
      : [],
    stalledId: null,
    update: null,
    handOver: null,
    tried: [],
    now,
  };
}
