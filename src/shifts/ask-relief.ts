import { findPerson } from '../customers/find-person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { coverCard } from './cover-card.ts';

export type ReliefOutcome =
  | { readonly kind: 'asked'; readonly colleagueName: string }
  | { readonly kind: 'already' | 'over' };

/** A manager wants a proposed relief: the colleague is asked, and the night is theirs once they say yes. */
export async function askRelief(trip: Trip, coverId: string): Promise<ReliefOutcome> {
  const { tx, now } = trip;
  await tx.$queryRaw`SELECT id FROM cover WHERE id = ${coverId} FOR UPDATE`;
  const cover = await tx.cover.findUniqueOrThrow({ where: { id: coverId } });
  if (cover.state !== 'proposed') return { kind: 'already' };
  if (cover.until <= now) return { kind: 'over' };
  await tx.cover.update({ where: { id: coverId }, data: { state: 'asked', askedAt: now } });
  const asker = await findPerson(tx, cover.askerId);
  const colleague = await findPerson(tx, cover.toId);
  const asked = { ...cover, state: 'asked', askerName: asker?.name ?? cover.askerId };
  await sendMessage(trip, {
    key: `cover:${coverId}`,
    lane: 'replies',
    to: { personId: cover.toId },
    card: coverCard({ ...asked, isForRelief: true }),
  });
  return { kind: 'asked', colleagueName: colleague?.name ?? cover.toId };
}
