import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import { unresolved } from '../paging/page/page-state.ts';
import type { Trip } from '../shared/database.ts';
import { callForPartner } from './call-for-partner.ts';
import { type KeptWords, keptWordsFrom, likeliest, type Possible } from './kept-words.ts';

/**
 * Engine handler: nobody said for whom a partner's urgent words are. Somebody is called with them at the likeliest of
 * their customers, and told that it may be another; the answer still counts.
 */
export async function callForKept(trip: Trip, id: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.openQuestion.findUniqueOrThrow({ where: { id } });
  const said = keptWordsFrom(row, row.askedAt);
  const partner = await findPerson(tx, said?.personId ?? null);
  const kept = said && { ...said, about: stillServed(said.about, partner) };
  const meant = kept && likeliest(await loadPossible(trip, kept));
  await tx.openQuestion.update({ where: { id }, data: { dueAt: null } });
  if (!kept || !meant || kept.calledFor !== null) return;
  const { customerId } = meant;
  await callForPartner(trip, {
    partnerId: kept.personId,
    customerId,
    words:
      kept.about.length === 1
        ? kept.words
        : `${kept.words}\n${unnamedText(partner?.name ?? 'A partner', kept.about.length)}`,
  });
  const data = { ...kept, calledFor: customerId };
  if (row.expiresAt > now) await tx.openQuestion.update({ where: { id }, data: { data } });
}

/** Those they work for by now; somebody who has left is heard for all they could have meant. */
function stillServed(about: readonly string[], partner: Person | null): string[] {
  const served = about.filter(id => partner?.active && partner.partnerOf.includes(id));
  return served.length > 0 ? served : [...about];
}

/** Nobody's name but the speaker's stands in it: a page is of one customer. */
function unnamedText(name: string, count: number): string {
  return `(${name} works for ${count} of our customers and has not said which one this is about. It may be another: ask them.)`;
}

async function loadPossible({ tx }: Trip, { personId, about }: KeptWords): Promise<Possible[]> {
  const customerId = { in: about };
  const customers = await tx.customer.findMany({
    where: { id: customerId },
    select: { id: true, name: true },
  });
  const ringing = { personId, state: { in: ['planned', 'called'] } };
  const pages = await tx.page.findMany({
    where: { customerId, ...unresolved },
    select: { customerId: true, ownerId: true, calls: { where: ringing, select: { id: true } } },
  });
  const open = await tx.transition.findMany({
    where: { customerId, phase: 'live' },
    select: { customerId: true },
  });
  const handed = await tx.partnerMatter.findMany({
    where: { customerId, partnerId: personId, backAt: null },
    select: { customerId: true },
  });
  return customers.map(({ id, name }) => {
    const here = pages.filter(page => page.customerId === id);
    const isPageWithThem = here.some(
      ({ ownerId, calls }) => ownerId === personId || (ownerId === null && calls.length > 0),
    );
    return {
      customerId: id,
      name,
      isPageWithThem,
      isPageWithOthers: here.length > 0 && !isPageWithThem,
      isWindowOpen: open.some(({ customerId }) => customerId === id),
      isHanded: handed.some(({ customerId }) => customerId === id),
    };
  });
}
