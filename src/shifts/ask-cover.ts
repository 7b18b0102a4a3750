import type { Person } from '../customers/person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { coverCard } from './cover-card.ts';

export interface CoverWish {
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date;
  readonly asker: Person;
  readonly to: Person;
  /** Their calendar says that they are away, and nobody has asked for them. */
  readonly isForAbsence?: true;
}

/** Asks a colleague whether they take somebody's shift. Nothing changes until they say yes. */
export async function askCover(trip: Trip, wish: CoverWish): Promise<void> {
  const { tx, now, random } = trip;
  const { scheduleId, from, until, asker, to, isForAbsence = false } = wish;
  const row = { scheduleId, from, until, askerId: asker.id, toId: to.id };
  const asked = await tx.cover.findFirst({ where: { ...row, state: 'asked' } });
  if (asked) return;
  const { id } = await tx.cover.create({
    data: { id: random.id(), ...row, state: 'asked', isForAbsence, askedAt: now },
  });
  await sendMessage(trip, {
    key: `cover:${id}`,
    lane: 'replies',
    to: { personId: to.id },
    card: coverCard({ ...row, id, state: 'asked', isForAbsence, askerName: asker.name }),
  });
}
