import { internal, time } from '../../../delivery/audience.ts';
import { movePromise } from '../../../promises/move-promise.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { momentIn } from '../../../understanding/times/moment.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { askTime } from '../../choices/ask-time.ts';
import { note, privateNote, type Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { forPromise, type Owed } from './for-promise.ts';
import { usageOf } from './usage.ts';

/** `moved report to Friday 17:00 because the patch is late`: a promise gets another time, and whoever knows of it the reason. */
export async function moved(trip: Trip, command: Command): Promise<Reply[]> {
  const { text, why } = splitWhy(command.said);
  const cut = text.toLowerCase().lastIndexOf(' to ');
  const what = text.slice(0, Math.max(0, cut));
  const moment =
    cut < 0 ? null : momentIn(text.slice(cut + ' to '.length), reckoningOf(trip, command));
  if (!moment || !why)
    return [privateNote(internal`Until when, and why? They read the reason. ${usageOf('moved')}`)];
  if (moment.doubt) {
    const saying = (instant: string) => `moved ${what} to ${instant} because ${why}`;
    const doubtful = { ...moment, doubt: moment.doubt, customerId: null, saying };
    return [await askTime(trip, command.turn, doubtful)];
  }
  const to = moment.at;
  return forPromise(trip, command, {
    words: what,
    saying: (customerId, promiseId) =>
      `moved ${customerId}: ${promiseId} to ${to.toISOString()} because ${why}`,
    run: owed => move(trip, command, { ...owed, to, why }),
  });
}

function reckoningOf({ now }: Trip, { turn }: Command) {
  const timeZone = zoneOf(turn);
  return { now, timeZone, tense: 'future', defaultTime: '17:00' } as const;
}

async function move(
  trip: Trip,
  { actor }: Command,
  { customer, promise, to, why }: Owed & { readonly to: Date; readonly why: string },
): Promise<Reply[]> {
  const outcome = await movePromise(trip, { promiseId: promise.id, to, why, byId: actor.id });
  if (outcome !== 'moved')
    return [note(customer.id, internal`It stands for ${time(promise.promisedFor)} already.`)];
  await notifyAskers(trip, customer.id);
  const told =
    promise.visibility === 'shared'
      ? internal`${customer.name} is told, with the reason.`
      : internal`It is for us only, so ${customer.name} is told nothing.`;
  return [
    note(
      customer.id,
      internal`Moved: ${promise.text}, now by ${time(to)} instead of ${time(promise.promisedFor)}. ${told}`,
    ),
  ];
}
