import type { Customer } from '../../../customers/customer.ts';
import { internal, time } from '../../../delivery/audience.ts';
import { clockText } from '../../../delivery/plain-text.ts';
import { makePromise } from '../../../promises/make-promise.ts';
import type { Trip } from '../../../shared/database.ts';
import { momentIn } from '../../../understanding/times/moment.ts';
import { readPlaceOf, zoneOf } from '../../arrival/turn.ts';
import { askTime } from '../../choices/ask-time.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { factText } from './fact-text.ts';
import { forCustomer } from './for-customer.ts';
import { usageOf } from './usage.ts';

/**
 * `promise northwind: text by Friday 17:00`: what we said we would do. For us only, unless it is marked
 * `shared:` or said in the customer's own place: then it stands under "We owe you".
 */
export async function promise(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async naming => {
    const { customer } = naming;
    const said = factText(command, naming);
    const marked = /^(?:shared|customer|public)\s*:?\s+/i.exec(said);
    const text = marked ? said.slice(marked[0].length) : said;
    const cut = text.toLowerCase().lastIndexOf(' by ');
    const reckoning = {
      now: trip.now,
      timeZone: zoneOf(command.turn),
      tense: 'future',
      defaultTime: '17:00',
    } as const;
    const moment = cut < 0 ? null : momentIn(text.slice(cut), reckoning);
    if (!moment) return [note(customer.id, internal`What, and by when? ${usageOf('promise')}`)];
    if (moment.doubt) {
      const saying = (instant: string) =>
        `promise ${customer.id}: ${marked?.[0] ?? ''}${text.slice(0, cut)} by ${instant}`;
      const doubtful = { ...moment, doubt: moment.doubt, customerId: customer.id, saying };
      return [await askTime(trip, command.turn, doubtful)];
    }
    const isHere = readPlaceOf(command.turn)?.customerId === customer.id;
    const visibility = marked || isHere ? 'shared' : 'internal';
    const what = text.slice(0, cut).replace(/[,;\s]+$/, '');
    await makePromise(trip, {
      customerId: customer.id,
      text: what,
      byId: command.actor.id,
      promisedFor: moment.at,
      visibility,
    });
    const seen =
      visibility === 'shared'
        ? internal`${customer.name} sees it under "We owe you".`
        : internal`For us only; "promise shared: …" shows it to ${customer.name}.`;
    return [
      note(
        customer.id,
        internal`Promised to ${customer.name} by ${time(moment.at)}${theirClock(trip, command, { customer, at: moment.at })}: ${what}. ${seen} Type "kept" when it is done.`,
      ),
    ];
  });
}

/** On the customer's clock too, when it shows another time. */
function theirClock(
  { now }: Trip,
  { turn }: Command,
  { customer, at }: { customer: Customer; at: Date },
): string {
  const theirs = clockText(at, 'clock', { timeZone: customer.timeZone, now });
  const own = clockText(at, 'clock', { timeZone: zoneOf(turn), now });
  return theirs === own ? '' : ` (${theirs} for them)`;
}
