import type { Trip } from '../../shared/database.ts';
import { understand } from '../../understanding/understand.ts';
import { readHumanWish } from '../words/human-wish.ts';
import { type Inbound, inboundSchema } from './inbound.ts';
import { ownWords } from './own-words.ts';

/**
 * Does an edit add what must not go unheard: our name, a call for a person, an emergency? Any other edit is silent, and
 * so is one that only touches up words which said it before.
 */
export async function isHeardAnew({ tx }: Trip, inbound: Inbound): Promise<boolean> {
  const { in: place, from, ref, id } = inbound;
  const { platform, workspace } = place ?? from;
  const before = await tx.inbox.findFirst({
    where: { ref: `${platform}:${workspace}:${ref}`, id: { not: id }, state: 'handled' },
    orderBy: { seq: 'desc' },
    select: { payload: true },
  });
  const heard = inboundSchema.safeParse(before?.payload).data ?? null;
  const isNamedNow = inbound.addressed && place !== null && !heard?.addressed;
  // Words that were forgotten meanwhile may have called already; nobody is woken for mending them.
  return isNamedNow || (heard !== null && calls(inbound) && !calls(heard));
}

function calls({ said }: Inbound): boolean {
  if (said.kind !== 'text') return false;
  const text = ownWords(said.text);
  return readHumanWish(text) === 'now' || understand(text).urgent;
}
