import { findPerson } from '../customers/find-person.ts';
import { findWorkingHours } from '../customers/find-working-hours.ts';
import { presenceAt, workBegins } from '../customers/working-hours.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { holdBack } from '../sales/hold-back.ts';
import type { Trip } from '../shared/database.ts';
import { dateIn } from '../shared/time.ts';
import { morningKey } from '../tasks/waiting.ts';
import { loadMorning } from './load-morning.ts';
import { isEmpty, morningCard } from './morning.ts';

/**
 * A vendor person's working morning: what has waited, in one message. Late, as after a morning without Handrail, it still
 * comes while they work; whoever is only looked at for the first time, or whose hours have just changed, waits for the next.
 */
export async function tellMorning(trip: Trip, personId: string): Promise<void> {
  const { tx, now } = trip;
  const { dueAt } = await tx.morning.findUniqueOrThrow({ where: { personId } });
  const person = await findPerson(tx, personId);
  if (person?.side !== 'vendor' || !person.active) {
    await tx.morning.delete({ where: { personId } });
    return;
  }
  const working = await findWorkingHours(trip, personId);
  const { isAtWork, nextMorning } = presenceAt(now, working);
  await tx.morning.update({ where: { personId }, data: { dueAt: nextMorning } });
  const began = workBegins(now, working);
  if (!isAtWork || !began || dueAt > began) return;
  const key = morningKey(personId, dateIn(working.timeZone, now));
  const waiting = await loadMorning(trip, person, working);
  if (!waiting || (await tx.message.count({ where: { key } })) > 0) return;
  const { waitingIds, ...morning } = waiting;
  if (isEmpty(morning)) return;
  await sendMessage(trip, {
    key,
    lane: 'replies',
    to: { personId },
    card: morningCard(morning),
  });
  for (const { account, reasons } of morning.holds)
    await holdBack(trip, { customerId: account.customerId, personId, reasons });
  // Told once: their words are kept where every message's are.
  await tx.waiting.updateMany({
    where: { id: { in: [...waitingIds] } },
    data: { toldAt: now, text: '' },
  });
  await tx.task.updateMany({
    where: { id: { in: morning.tasks.map(({ id }) => id) } },
    data: { toldIn: key },
  });
}
