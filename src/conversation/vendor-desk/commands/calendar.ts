import { closeFeeds } from '../../../calendars/close-feeds.ts';
import { openFeed } from '../../../calendars/open-feed.ts';
import type { Customer } from '../../../customers/customer.ts';
import { internal } from '../../../delivery/audience.ts';
import { listSchedules } from '../../../on-call/list-schedules.ts';
import type { Trip } from '../../../shared/database.ts';
import { findPublicUrl } from '../../../shifts/find-public-url.ts';
import { findNamedCustomer } from '../../naming/find-named-customer.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

const ends = /^(?:revoke|stop|off|delete)\b/i;

/** `calendar`, `calendar duty`, `calendar northwind`, `calendar revoke`: a secret address of one's shifts, a schedule's, or a customer's plan. */
export async function calendar(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const said = command.said.trim();
  const personId = command.actor.id;
  if (ends.test(said)) return [await revokeOwn(trip, personId)];
  const schedules = await listSchedules(trip.tx);
  const schedule = schedules.find(({ id }) => id.toLowerCase() === said.toLowerCase());
  if (said !== '' && !schedule) return [await forPlan(trip, command)];
  const scheduleId = schedule?.id ?? null;
  const { token, replaced } = await openFeed(trip, { personId, scheduleId, customerId: null });
  const what = schedule ? `everybody's shifts on ${schedule.id}` : 'your shifts';
  return [
    privateNote(
      internal`Subscribe to ${what} in your calendar program at ${await addressOf(trip, token)}`,
      internal`Whoever has this address can read it, so keep it to yourself.${beforeWords(replaced)} "calendar revoke" ends it.`,
    ),
  ];
}

async function revokeOwn(trip: Trip, personId: string): Promise<Reply> {
  const closed = await closeFeeds(trip, { personId });
  return privateNote(
    closed === 0
      ? internal`You have no calendar address.`
      : internal`Revoked: none of your calendar addresses shows anything any more.`,
  );
}

/** The plan of a customer, to be passed on to its people. */
async function forPlan(trip: Trip, { turn, said, actor }: Command): Promise<Reply> {
  const named = await findNamedCustomer(trip, turn, said.trim());
  const rest = named.kind === 'one' ? named.rest.trim() : '';
  const isClear = named.kind === 'one' && (rest === '' || ends.test(rest));
  if (!isClear)
    return privateNote(
      internal`There is no schedule and no customer "${said.trim()}". Type "calendar" for your own shifts.`,
    );
  const { customer } = named;
  return rest === '' ? openPlan(trip, customer, actor.id) : closePlan(trip, customer);
}

async function openPlan(trip: Trip, { id, name }: Customer, personId: string): Promise<Reply> {
  const { token, replaced } = await openFeed(trip, { personId, scheduleId: null, customerId: id });
  return privateNote(
    internal`The windows and steps of ${name}, for calendar programs: ${await addressOf(trip, token)}`,
    internal`It shows the plan the customer knows and nothing internal, so you may pass it on to their people. Whoever has it can read it.${beforeWords(replaced)} "calendar ${id} revoke" ends it.`,
  );
}

async function closePlan(trip: Trip, { id: customerId, name }: Customer): Promise<Reply> {
  const closed = await closeFeeds(trip, { customerId });
  return privateNote(
    closed === 0
      ? internal`${name} has no calendar address.`
      : internal`Revoked: the calendar address of ${name} shows nothing any more.`,
  );
}

function beforeWords(replaced: number): string {
  return replaced > 0 ? ' The address there was before shows nothing any more.' : '';
}

async function addressOf({ tx }: Trip, token: string): Promise<string> {
  return `${await findPublicUrl(tx)}/calendar/${token}.ics`;
}
