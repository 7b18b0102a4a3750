import type { Trip } from '../../../shared/database.ts';
import { offerIdOf, type Turn } from '../../arrival/turn.ts';
import { isFresh, type Worry, worryFrom } from './worry.ts';

/** The worry that was told here and not been answered by a person yet; else one this customer told elsewhere just now. */
export async function findWorry(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  turn: Turn,
  customerId: string,
): Promise<Worry | null> {
  const here = await tx.openQuestion.findUnique({ where: { id: offerIdOf(turn) } });
  const told = here?.customerId === customerId ? worryFrom(here, now) : null;
  if (told) return told;
  const newest = await tx.openQuestion.findFirst({
    where: { customerId, kind: worryKind },
    orderBy: { askedAt: 'desc' },
  });
  const elsewhere = worryFrom(newest, now);
  return elsewhere && isFresh(elsewhere, now) ? elsewhere : null;
}

/** What a worry is called among the open questions. */
export const worryKind = 'worry';
