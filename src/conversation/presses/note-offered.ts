import { getCustomer } from '../../customers/find-customer.ts';
import { internal, time } from '../../delivery/audience.ts';
import { valuedSubjectFrom } from '../../delivery/valued-subject.ts';
import { bare } from '../../promises/promise.ts';
import { settleOffer } from '../../promises/settle-offer.ts';
import type { Trip } from '../../shared/database.ts';
import { momentIn } from '../../understanding/times/moment.ts';
import { zoneOf } from '../arrival/turn.ts';
import { note, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Share", "Keep" or "No" to a promise we heard: noted for the customer to see, for us alone, or not at all. */
export async function noteOffered(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { action, customerId, turn } = press;
  const { id, value } = valuedSubjectFrom(press.subject);
  if (action === 'promise.decline') {
    await settleOffer(trip, id, { kind: 'drop' });
    return [note(customerId, internal`All right, nothing is noted.`)];
  }
  const visibility = action === 'promise.share' ? 'shared' : 'internal';
  const by = value === null ? undefined : readTime(trip, press, value);
  const outcome = await settleOffer(trip, id, { kind: 'note', visibility, ...(by ? { by } : {}) });
  if (outcome === 'already') return [note(customerId, internal`That was settled already.`)];
  const { name } = await getCustomer(trip.tx, customerId);
  const row = await trip.tx.vendorPromise.findUniqueOrThrow({ where: { id } });
  const seen =
    visibility === 'shared'
      ? internal`${name} sees it under "We owe you".`
      : internal`For us only, and ${turn.actor?.name ?? 'you'} is reminded.`;
  return [
    note(
      customerId,
      internal`Noted, by ${time(row.promisedFor)}: ${bare(row.text)}. ${seen} Type "kept" when it is done, or "moved … to …, because …" before it is late.`,
    ),
  ];
}

function readTime({ now }: Trip, { turn }: CheckedPress, value: string): Date | undefined {
  const reckoning = { now, timeZone: zoneOf(turn), tense: 'future', defaultTime: '17:00' } as const;
  return momentIn(value, reckoning)?.at;
}
