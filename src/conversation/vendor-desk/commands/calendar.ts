import { internal } from '../../../delivery/audience.ts';
import { listSchedules } from '../../../on-call/list-schedules.ts';
import type { Trip } from '../../../shared/database.ts';
import { closeFeeds } from '../../../shifts/close-feeds.ts';
import { findPublicUrl } from '../../../shifts/find-public-url.ts';
import { openFeed } from '../../../shifts/open-feed.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `calendar`, `calendar duty`, `calendar revoke`: a secret address at which a calendar program reads one's shifts, or a schedule's. */
export async function calendar(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, said } = command;
  const personId = actor.id;
  const word = said.trim().toLowerCase();
  if (/^(?:revoke|stop|off|delete)\b/.test(word)) {
    const closed = await closeFeeds(trip, { personId });
    return [
      privateNote(
        closed === 0
          ? internal`You have no calendar address.`
          : internal`Revoked: none of your calendar addresses shows anything any more.`,
      ),
    ];
  }
  const schedules = await listSchedules(trip.tx);
  const schedule = schedules.find(({ id }) => id.toLowerCase() === word);
  if (word !== '' && !schedule) {
    return [
      privateNote(internal`There is no schedule "${said}". Type "calendar" for your own shifts.`),
    ];
  }
  const { token, replaced } = await openFeed(trip, { personId, scheduleId: schedule?.id ?? null });
  const what = schedule ? `everybody's shifts on ${schedule.id}` : 'your shifts';
  const before = replaced > 0 ? ' The address you had before shows nothing any more.' : '';
  return [
    privateNote(
      internal`Subscribe to ${what} in your calendar program at ${await findPublicUrl(trip.tx)}/calendar/${token}.ics`,
      internal`Whoever has this address can read it, so keep it to yourself.${before} "calendar revoke" ends it.`,
    ),
  ];
}
