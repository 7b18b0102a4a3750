import { internal } from '../../delivery/audience.ts';
import { raisePage } from '../../paging/raise-page.ts';
import type { Trip } from '../../shared/database.ts';
import { instantText } from '../../shared/instant-text.ts';
import { openTask } from '../../tasks/open-task.ts';
import { tellTeam } from '../../tasks/tell-team.ts';
import { type CheckIn, checkInFrom } from '../asking/check-in.ts';
import {
  isSilentAfterTrouble,
  silenceRule,
  silenceTaskKeyPrefix,
  silenceTaskKind,
} from '../asking/silence.ts';
import type { Scene } from '../cadence/scene.ts';

/** The customer is silent: a page when it followed on trouble, else a task for the advocate. One of them, and none while one is open. */
export async function findHuman(trip: Trip, scene: Scene, checkIn: CheckIn): Promise<void> {
  const { tx } = trip;
  const { customer, transition } = scene;
  if (checkIn.askedAt && isSilentAfterTrouble(scene, checkIn.askedAt)) {
    await raisePage(trip, {
      customerId: customer.id,
      transitionId: transition.id,
      raisedBy: 'rule',
      rule: silenceRule,
      words: `Silent after trouble. ${await silenceWords(trip, scene, checkIn)}`,
      isShared: false,
    });
    return;
  }
  const prefix = silenceTaskKeyPrefix(transition.id);
  const open = await tx.task.count({
    where: { customerId: customer.id, key: { startsWith: prefix }, state: 'open' },
  });
  if (open > 0) return;
  const key = `${prefix}${checkIn.id}`;
  const words = await silenceWords(trip, scene, checkIn);
  await tellTeam(trip, { key, customerId: customer.id, text: internal`⏳ ${words}` });
  await openTask(trip, {
    key,
    customerId: customer.id,
    kind: silenceTaskKind,
    text: `${words} A call from you is worth more than a third message from me.`,
    assigneeId: customer.advocateId,
  });
}

async function silenceWords(
  trip: Trip,
  { customer, cadence }: Scene,
  checkIn: CheckIn,
): Promise<string> {
  const { tx, now } = trip;
  const times = checkIn.state === 'repeated' ? 'twice' : 'once';
  const row = await tx.checkIn.findFirst({
    where: {
      customerId: customer.id,
      state: 'answered',
      answer: { not: null },
      answeredAt: { not: null },
    },
    orderBy: { answeredAt: 'desc' },
  });
  const last = row ? checkInFrom(row) : null;
  const sign = last?.answer
    ? `Last sign: "${last.answer === 'good' ? 'all good' : last.answer}", ${instantText(last.answeredAt ?? now)}.`
    : wroteWords(cadence.heardAt);
  return `${customer.name} has not answered since ${instantText(checkIn.askedAt ?? now)}, asked ${times}. ${sign}`;
}

function wroteWords(heardAt: Date | null): string {
  return heardAt
    ? `They last wrote ${instantText(heardAt)}.`
    : 'There has been no word from them yet.';
}
