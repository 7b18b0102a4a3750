import type { Trip, Tx } from '../../shared/database.ts';
import { plus, second } from '../../shared/time.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { findScene } from '../cadence/load-scene.ts';
import { savePlan } from '../cadence/save-plan.ts';
import { runsRoundTheClock } from '../cadence/scene.ts';
import { slotAfter } from '../cadence/slot.ts';
import { tryLockCadence } from './cadence-lock.ts';
import { askKey, type CheckIn, checkInFrom, repeatKey } from './check-in.ts';

/**
 * A question was taken back before the customer saw it: nobody has been asked, so nobody is silent, and the next is
 * planned for as soon as it may come. When it was the repeat, the question itself stands, and silence is followed as ever.
 */
export async function skipUnasked(trip: Trip, messageId: string): Promise<void> {
  const { tx, now } = trip;
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
  const about = await findAbout(tx, message.key);
  const isLocked = about !== null && (await tryLockCadence(trip, about.transitionId));
  const scene = about && (await findScene(trip, about.transitionId));
  if (scene && !isLocked) return setFailure(tx, messageId, plus(now, second));
  await setFailure(tx, messageId, null);
  if (!about) return;
  await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${about.id} FOR UPDATE`;
  const checkIn = checkInFrom(await tx.checkIn.findUniqueOrThrow({ where: { id: about.id } }));
  const reason = message.reason ?? 'it could not be sent';
  const what = message.key === repeatKey(checkIn.id) ? 'The repeat' : 'Check-in';
  await recordEvent(trip, {
    customerId: checkIn.customerId,
    transitionId: checkIn.transitionId,
    kind: 'check-in.skipped',
    visibility: 'internal',
    text: `${what} not sent: ${reason}.`,
  });
  if (message.key !== askKey(checkIn.id) || checkIn.state !== 'asked') return;
  await unask(trip, checkIn, reason);
  if (!scene) return;
  const at = runsRoundTheClock(scene, now) ? now : slotAfter(scene, now);
  await savePlan(trip, scene, { at, reason: `not sent: ${reason}` });
}

async function findAbout(
  tx: Tx,
  messageKey: string,
): Promise<{ readonly id: string; readonly transitionId: string } | null> {
  const [, id = ''] = messageKey.split(':');
  return tx.checkIn.findUnique({ where: { id }, select: { id: true, transitionId: true } });
}

async function setFailure(tx: Tx, id: string, failureDueAt: Date | null): Promise<void> {
  await tx.message.update({ where: { id }, data: { failureDueAt } });
}

/** What asking changed is as it was: the customer was asked last, and told of the rhythm, the time before. */
async function unask({ tx }: Trip, checkIn: CheckIn, reason: string): Promise<void> {
  const { id, transitionId, seq, rung } = checkIn;
  await tx.checkIn.update({
    where: { id },
    data: { state: 'skipped', reason, askedAt: null, dueAt: null },
  });
  const last = await tx.checkIn.findFirst({
    where: { transitionId, seq: { lt: seq }, askedAt: { not: null } },
    orderBy: { seq: 'desc' },
  });
  await tx.cadence.updateMany({
    where: { transitionId },
    data: { lastAskedAt: last?.repeatedAt ?? last?.askedAt ?? null },
  });
  await tx.cadence.updateMany({
    where: { transitionId, toldRung: rung },
    data: { toldRung: last?.rung ?? rung },
  });
}
