import { findPerson } from '../customers/find-person.ts';
import { internal, time } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { editMessage } from '../delivery/edit-message.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { overrideShift } from '../on-call/override-shift.ts';
import type { Trip } from '../shared/database.ts';
import type { CoverWish } from './ask-cover.ts';
import { coverCard } from './cover-card.ts';
import { settleCover } from './settle-cover.ts';

export interface CoverAnswer {
  readonly coverId: string;
  readonly personId: string;
  readonly answer: 'accepted' | 'declined';
}

/** A colleague has said whether they cover: on yes the shift is theirs, and whoever asked is told either way. */
export async function answerCover(
  trip: Trip,
  { coverId, personId, answer }: CoverAnswer,
): Promise<'answered' | 'already' | 'over'> {
  const { tx, now } = trip;
  await tx.$queryRaw`SELECT id FROM cover WHERE id = ${coverId} FOR UPDATE`;
  const cover = await tx.cover.findUniqueOrThrow({ where: { id: coverId } });
  if (cover.state !== 'asked') return 'already';
  if (cover.until <= now) return 'over';
  await tx.cover.update({ where: { id: coverId }, data: { state: answer, answeredAt: now } });
  const { scheduleId, from, until, askerId, isForAbsence } = cover;
  if (answer === 'accepted') {
    await overrideShift(trip, { scheduleId, from, until, personId, byId: personId });
    await settleTheRest(trip, { scheduleId, from, until, askerId });
  }
  const asker = await findPerson(tx, askerId);
  const by = await findPerson(tx, personId);
  await editMessage(
    trip,
    `cover:${coverId}`,
    coverCard({ ...cover, state: answer, askerName: asker?.name ?? askerId }),
  );
  if (answer === 'declined' && isForAbsence) {
    // Whoever is away is not bothered with each no: the next colleague is asked.
    await tx.absenceCalendar.updateMany({ where: { personId: askerId }, data: { dueAt: now } });
    return 'answered';
  }
  const what = internal`${scheduleId} from ${time(from)} until ${time(until)}`;
  const told =
    answer === 'accepted'
      ? internal`✅ ${by?.name ?? personId} covers for you: ${what}.`
      : internal`${by?.name ?? personId} cannot cover: you stay on call by ${what}. Ask somebody else.`;
  await sendMessage(trip, {
    key: `cover-answer:${coverId}`,
    lane: 'replies',
    to: { personId: askerId },
    card: internalCard('shift', null, { body: [told] }),
  });
  return 'answered';
}

/** Others who were asked for the same shift: a second yes would take it from whoever said the first. */
async function settleTheRest(
  trip: Trip,
  shift: Pick<CoverWish, 'scheduleId' | 'from' | 'until'> & { readonly askerId: string },
): Promise<void> {
  const others = await trip.tx.cover.findMany({ where: { ...shift, state: 'asked' } });
  for (const other of others) await settleCover(trip, other);
}
