import { recordEvidence } from '../../confidence/record-evidence.ts';
import { advocateText } from '../../customers/advocate-text.ts';
import { findPerson } from '../../customers/find-person.ts';
import { findSharedPlace } from '../../customers/find-places.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import { unresolved } from '../../paging/page/page-state.ts';
import type { Trip } from '../../shared/database.ts';
import { plus, second } from '../../shared/time.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { watchOneThing } from '../answers/watch-one-thing.ts';
import { watchWorry } from '../answers/watch-worry.ts';
import { tryLockCadence } from '../asking/cadence-lock.ts';
import { askCard, repeatCard } from '../asking/cards.ts';
import { type CheckIn, checkInFrom, isOpen, repeatKey } from '../asking/check-in.ts';
import { expiryOf } from '../asking/expiry.ts';
import { findAddressed } from '../asking/find-addressed.ts';
import { loadMoment } from '../asking/load-moment.ts';
import { loadUnprompted } from '../asking/load-surroundings.ts';
import { questionOf } from '../asking/questions.ts';
import { afterSilence, silenceDue, wasLastTrouble } from '../asking/silence.ts';
import { isHourly } from '../cadence/cadence.ts';
import { findScene } from '../cadence/load-scene.ts';
import { savePlan } from '../cadence/save-plan.ts';
import type { Scene } from '../cadence/scene.ts';
import { restLook } from '../cadence/verdict.ts';
import { findHuman } from './find-human.ts';

/** A check-in is due a second look: nobody answered it, or nobody answered the worry it brought. */
export async function followSilence(trip: Trip, checkInId: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.checkIn.findUnique({ where: { id: checkInId } });
  if (!row) return;
  const checkIn = checkInFrom(row);
  const isLocked = await tryLockCadence(trip, checkIn.transitionId);
  const scene = await findScene(trip, checkIn.transitionId);
  if (!scene) return rest(trip, checkIn);
  // Somebody is speaking at this very moment.
  if (!isLocked) return lookAgain(trip, checkIn);
  if (checkIn.state === 'answered' && checkIn.answer === 'worried') {
    return watchWorry(trip, { scene, checkIn });
  }
  if (checkIn.state === 'answered' && checkIn.answer === 'fine') {
    return watchOneThing(trip, { customer: scene.customer, checkIn });
  }
  if (scene.transition.phase === 'graduated' || !isOpen(checkIn)) return rest(trip, checkIn);
  const pages = await tx.page.count({
    where: { customerId: checkIn.customerId, ...unresolved },
  });
  const unprompted = await loadUnprompted(trip, scene);
  const quiet = { hasOpenPage: pages > 0, unpromptedToday: unprompted.today };
  const after = afterSilence(scene, { checkIn, quiet }, now);
  if (after.next === 'repeat') return repeat(trip, scene, checkIn);
  if (after.next === 'end') return endInSilence(trip, scene, checkIn);
  await tx.checkIn.update({ where: { id: checkIn.id }, data: { dueAt: after.until } });
  await tx.cadence.update({
    where: { transitionId: checkIn.transitionId },
    data: { lastReason: `the repeat waits: ${after.reason}` },
  });
}

async function lookAgain({ tx, now }: Trip, { id }: CheckIn): Promise<void> {
  await tx.checkIn.update({ where: { id }, data: { dueAt: plus(now, second) } });
}

async function rest({ tx }: Trip, { id }: CheckIn): Promise<void> {
  await tx.checkIn.update({ where: { id }, data: { dueAt: null } });
}

async function repeat(trip: Trip, scene: Scene, checkIn: CheckIn): Promise<void> {
  const { tx, now } = trip;
  const { customer, transition } = scene;
  const place = await findSharedPlace(tx, customer.id);
  if (!place) return endInSilence(trip, scene, checkIn);
  const { person: asked, matter } = await findAddressed(trip, scene);
  const advocate = await findPerson(tx, customer.advocateId);
  const whom = {
    checkInId: checkIn.id,
    customerId: customer.id,
    asked,
  };
  await tx.checkIn.update({
    where: { id: checkIn.id },
    data: { state: 'repeated', repeatedAt: now, dueAt: silenceDue(scene, now) },
  });
  await tx.cadence.update({
    where: { transitionId: transition.id },
    data: { lastAskedAt: now, lastReason: 'asked again once, waiting for an answer' },
  });
  // The phase moved on since the question, which would make no sense now; it is asked afresh.
  const isStale = isHourly(checkIn.rung) !== (transition.phase === 'live');
  const card = isStale
    ? {
        ...askCard({
          ...whom,
          question: questionOf(await loadMoment(trip, scene, matter)),
          announcement: null,
        }),
        name: 'check-in-repeat' as const,
      }
    : repeatCard({
        ...whom,
        lastWord: wasLastTrouble(scene, now) ? 'trouble' : 'calm',
        advocate: advocateText(advocate),
      });
  await sendMessage(trip, {
    key: repeatKey(checkIn.id),
    lane: 'check-ins',
    to: { placeId: place.id },
    notAfter: expiryOf(scene, now),
    card,
  });
  await recordEvent(trip, {
    customerId: customer.id,
    transitionId: transition.id,
    kind: 'check-in.repeated',
    visibility: 'internal',
    text: 'Asked once more, gently.',
  });
}

/** Nobody answered: never a third message. A human takes over, and check-ins rest. */
async function endInSilence(trip: Trip, scene: Scene, checkIn: CheckIn): Promise<void> {
  const { tx, now } = trip;
  const { customerId, id: transitionId } = scene.transition;
  await tx.checkIn.update({ where: { id: checkIn.id }, data: { state: 'silent', dueAt: null } });
  await recordEvidence(trip, {
    key: `check-in:${checkIn.id}:silence`,
    customerId,
    transitionId,
    kind: 'silence',
    note: 'No answer to a check-in and its repeat.',
  });
  await recordEvent(trip, {
    customerId,
    transitionId,
    kind: 'check-in.silent',
    visibility: 'internal',
    text: 'No answer. Check-ins rest until someone speaks.',
  });
  if (scene.cadence.stopped) {
    return savePlan(trip, scene, { at: null, reason: 'the customer asked us to stop' });
  }
  await findHuman(trip, scene, checkIn);
  await tx.cadence.update({
    where: { transitionId },
    data: { restingSince: scene.cadence.restingSince ?? now },
  });
  await savePlan(trip, scene, { at: restLook(scene, now), reason: 'resting after silence' });
}
