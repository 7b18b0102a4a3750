import { recordEvidence } from '../../confidence/record-evidence.ts';
import { findSharedPlace } from '../../customers/find-places.ts';
import type { Text } from '../../delivery/audience.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip } from '../../shared/database.ts';
import { unreachable } from '../../shared/errors.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { compareRungs, type Rung } from '../cadence/cadence.ts';
import { findScene } from '../cadence/load-scene.ts';
import { savePlan } from '../cadence/save-plan.ts';
import type { Scene } from '../cadence/scene.ts';
import { nextRung } from '../cadence/step.ts';
import { type Verdict, verdictOn } from '../cadence/verdict.ts';
import { askCard, cadenceStepText, type StepReason } from './cards.ts';
import { askKey } from './check-in.ts';
import { endStop } from './end-stop.ts';
import { expiryOf } from './expiry.ts';
import { findAddressed } from './find-addressed.ts';
import { loadMoment } from './load-moment.ts';
import { loadSurroundings } from './load-surroundings.ts';
import { questionOf } from './questions.ts';
import { silenceDue } from './silence.ts';
import { skipCheckIn } from './skip-check-in.ts';
import { phaseChanged, startCadence } from './start-cadence.ts';

/** A cadence is due: asks the customer, or writes down why not and when next. */
export async function askCheckIn(trip: Trip, transitionId: string): Promise<void> {
  const { tx, now } = trip;
  const scene = await findScene(trip, transitionId);
  if (!scene) {
    await tx.cadence.update({ where: { transitionId }, data: { dueAt: null } });
    return;
  }
  const { cadence, transition } = scene;
  if (cadence.phase !== transition.phase || cadence.lastReason === phaseChanged) {
    await startCadence(trip, transitionId);
    return;
  }
  const verdict = verdictOn(scene, await loadSurroundings(trip, scene), now);
  await carryOut(trip, scene, verdict);
}

async function carryOut(trip: Trip, scene: Scene, verdict: Verdict): Promise<void> {
  switch (verdict.kind) {
    case 'idle':
      return savePlan(trip, scene, { at: verdict.next, reason: verdict.reason });
    case 'skip':
      await skipCheckIn(trip, scene, verdict.reason);
      if (verdict.heardAt) await recordWord(trip, scene, verdict.heardAt);
      return savePlan(trip, scene, {
        at: verdict.next,
        dueFor: scene.cadence.dueFor,
        reason: `not sent: ${verdict.reason}`,
      });
    case 'go-on':
      return endStop(trip, scene);
    case 'ask': {
      if (verdict.instead) await skipCheckIn(trip, scene, verdict.instead);
      const seq = scene.cadence.nextSeq + (verdict.instead ? 1 : 0);
      const asked: Scene = { ...scene, cadence: { ...scene.cadence, nextSeq: seq } };
      return ask(trip, asked, { isAttempt: verdict.isAttempt ?? false });
    }
    default:
      return unreachable(verdict);
  }
}

/** Words that stood for an answer count as what they are: half of one. */
async function recordWord(trip: Trip, { transition }: Scene, at: Date): Promise<void> {
  await recordEvidence(trip, {
    key: `word:${transition.id}:${at.toISOString()}`,
    customerId: transition.customerId,
    transitionId: transition.id,
    kind: 'word',
    note: 'Wrote to us of their own accord, without a worry.',
    at,
  });
}

async function ask(
  trip: Trip,
  before: Scene,
  { isAttempt }: { isAttempt: boolean },
): Promise<void> {
  const { tx, now, random } = trip;
  const { customer, transition } = before;
  const place = await findSharedPlace(tx, customer.id);
  if (!place) return;
  const rung = rungNow(before);
  const scene: Scene = { ...before, cadence: { ...before.cadence, rung } };
  const { cadence } = scene;
  const { person: asked, matter } = await findAddressed(trip, scene);
  const announcement = announcementOf(scene);
  const id = random.id();
  await tx.checkIn.create({
    data: {
      id,
      transitionId: transition.id,
      customerId: customer.id,
      seq: cadence.nextSeq,
      state: 'asked',
      rung,
      plannedFor: cadence.dueAt ?? now,
      askedAt: now,
      mayRepeat: !isAttempt && !cadence.stopped,
      dueAt: silenceDue(scene, now),
    },
  });
  await sendMessage(trip, {
    key: askKey(id),
    lane: 'check-ins',
    to: { placeId: place.id },
    notAfter: expiryOf(scene, now),
    card: askCard({
      checkInId: id,
      customerId: customer.id,
      asked,
      question: questionOf(await loadMoment(trip, scene, matter)),
      announcement,
    }),
  });
  await noteAsked(trip, scene, asked?.name ?? customer.name);
  await savePlan(trip, before, { rung, at: null, reason: 'asked, waiting for an answer' });
  await tx.cadence.update({
    where: { transitionId: transition.id },
    data: {
      lastAskedAt: now,
      nextSeq: cadence.nextSeq + 1,
      toldRung: announcement ? rung : cadence.toldRung,
      restAttempt: isAttempt && transition.phase !== 'live' ? now : cadence.restAttempt,
      restingSince: isAttempt ? cadence.restingSince : null,
    },
  });
}

async function noteAsked(trip: Trip, { transition }: Scene, whom: string): Promise<void> {
  await recordEvent(trip, {
    customerId: transition.customerId,
    transitionId: transition.id,
    kind: 'check-in.asked',
    visibility: 'internal',
    text: `Asked ${whom} how it is going.`,
  });
}

/** Time may have made it quicker: a bad day is near. */
function rungNow({ cadence, transition, assessment }: Scene): Rung {
  return nextRung({ cadence, phase: transition.phase, rate: assessment.rate }, 'time');
}

/** What the customer was not told yet about how often we ask. A follow-up was promised by itself. */
function announcementOf(scene: Scene): Text<'shared'> | null {
  const { cadence } = scene;
  if (cadence.toldRung === cadence.rung || cadence.stopped) return null;
  if (cadence.dueFor !== 'slot') return null;
  return cadenceStepText(cadence.rung, reasonOf(scene));
}

function reasonOf({ cadence, transition, assessment }: Scene): StepReason {
  const { toldRung, rung } = cadence;
  if (cadence.pinned || cadence.notQuicker || cadence.notSlower) return { kind: 'asked-for' };
  const isSlower = toldRung !== null && compareRungs(rung, toldRung) > 0;
  if (isSlower)
    return transition.phase === 'settling' ? { kind: 'after-window' } : { kind: 'steady' };
  const { badSpell } = assessment;
  if (badSpell) return { kind: 'bad-days', name: badSpell.name, until: badSpell.until };
  return { kind: 'trouble' };
}
