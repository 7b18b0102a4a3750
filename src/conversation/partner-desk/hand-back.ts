import { mayDo } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import { shared, words } from '../../delivery/audience.ts';
import type { Matter } from '../../partners/matter.ts';
import { passPageBack } from '../../partners/pass-page-back.ts';
import { takeBack } from '../../partners/take-back.ts';
import type { Trip } from '../../shared/database.ts';
import { openly } from '../../timeline/event.ts';
import type { Turn } from '../arrival/turn.ts';
import { type Reply, refusal } from '../replies/reply.ts';
import { plain } from '../words/names.ts';
import { listTheirs, type TheirPage } from './list-theirs.ts';
import { said as tell } from './said.ts';

export interface Back {
  readonly turn: Turn;
  readonly partner: Person;
  /** What they found; may name what it is about. */
  readonly said: string;
}

/** Something a partner's person has goes back to whoever handed it over: what they named, else the only one, else they are asked. */
export async function handBack(trip: Trip, { turn, partner, said }: Back): Promise<Reply[]> {
  const theirs = await listTheirs(trip, partner);
  const called = theirs.pages.filter(
    ({ pageId }) => !theirs.matters.some(matter => matter.pageId === pageId),
  );
  const all: Thing[] = [
    ...theirs.matters.map(matter => ({ kind: 'matter', name: matter.what, matter }) as const),
    ...called.map(page => ({ kind: 'page', name: page.customerName, page }) as const),
  ];
  const namedOnes = all.filter(({ name }) => plain(said).includes(plain(name)));
  const meant = namedOnes.length > 0 ? namedOnes : all;
  const [only] = meant;
  if (!only) return [tell(null, shared`You have nothing of ours at the moment.`)];
  if (meant.length > 1) {
    const names = meant.map(({ name }) => shared`“${words(openly(name))}”`);
    return [tell(null, shared`Which one? Type back and its name:`, ...names)];
  }
  const customerId = only.kind === 'matter' ? only.matter.customerId : only.page.customerId;
  const about = { customerId, managerId: null, placeCustomerId: null };
  if (turn.seat.kind !== 'direct' || !mayDo('partner.back', partner, about)) return [refusal()];
  if (only.kind === 'matter') await takeBack(trip, { matter: only.matter, partner, said });
  else await passPageBack(trip, { pageId: only.page.pageId, partner, toId: null, said });
  return [tell(customerId, shared`Thank you. It is with us again.`)];
}

type Thing =
  | { readonly kind: 'matter'; readonly name: string; readonly matter: Matter }
  | { readonly kind: 'page'; readonly name: string; readonly page: TheirPage };
