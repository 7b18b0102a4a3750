import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sendMessage } from '../delivery/send-message.ts';
import type { Json, Trip } from '../shared/database.ts';
import { day, plus, week } from '../shared/time.ts';
import { absencesFrom } from './absence.ts';
import { unreadableCard } from './absence-card.ts';
import { absencesIn } from './away.ts';
import type { ClaimedCalendar } from './claim-calendar.ts';

/** What came of fetching a calendar: its text, or in our words why there is none. */
export type Fetched =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: string };

/** How far ahead absences are kept. */
const ahead = 52 * week;

/** A calendar whose reading fails is believed for so long, before its owner is told. */
const patience = day;

/**
 * Keeps when somebody is away, and nothing else of their calendar. What could not be read leaves what was known as it was;
 * its owner is told at once where it was never read, and once a day of failures has passed otherwise.
 */
export async function noteReading(
  trip: Trip,
  { personId, url, timeZone }: ClaimedCalendar,
  fetched: Fetched,
): Promise<void> {
  const { tx, now } = trip;
  const calendar = await tx.absenceCalendar.findUnique({ where: { personId } });
  if (calendar?.url !== url) return;
  const asked = { from: plus(now, -day), until: plus(now, ahead), timeZone };
  const away = fetched.kind === 'text' ? absencesIn(fetched.text, asked) : null;
  if (!away) {
    const problem =
      fetched.kind === 'problem' ? fetched.problem : 'what stands there is no calendar';
    await tx.absenceCalendar.update({ where: { personId }, data: { problem } });
    await tellUnreadable(trip, { ...calendar, problem });
    return;
  }
  const isSame = isDeepStrictEqual(away.absences, absencesFrom(calendar.absences));
  const unread =
    away.unread === 0 ? null : `${away.unread} of its events repeat in a way that is not read`;
  await tx.absenceCalendar.update({
    where: { personId },
    data: {
      readAt: now,
      problem: unread,
      absences: away.absences as unknown as Json,
      ...(!isSame && { dueAt: now }),
    },
  });
  if (isSame) return;
  // Whoever has asked them to cover meanwhile may have to ask somebody else.
  const asking = await tx.cover.findMany({
    where: { toId: personId, state: 'asked', isForAbsence: true },
    select: { askerId: true },
  });
  const ids = asking.map(({ askerId }) => askerId);
  await tx.absenceCalendar.updateMany({
    where: { personId: { in: ids } },
    data: { dueAt: now },
  });
}

interface Unreadable {
  readonly personId: string;
  readonly url: string;
  readonly readAt: Date | null;
  readonly problem: string;
}

async function tellUnreadable(
  trip: Trip,
  { personId, url, readAt, problem }: Unreadable,
): Promise<void> {
  if (readAt && trip.now < plus(readAt, patience)) return;
  const address = createHash('sha256').update(url).digest('hex').slice(0, 12);
  await sendMessage(trip, {
    key: `absences-unreadable:${personId}:${address}:${readAt?.toISOString() ?? 'never'}`,
    lane: 'replies',
    to: { personId },
    card: unreadableCard(problem, readAt),
  });
}
