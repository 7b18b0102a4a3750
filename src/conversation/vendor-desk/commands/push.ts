import { internal } from '../../../delivery/audience.ts';
import { dropPhones } from '../../../reach/drop-phones.ts';
import { invitePhone } from '../../../reach/invite-phone.ts';
import { loadKnown } from '../../../reach/load-known.ts';
import { isConnected } from '../../../reach/ways.ts';
import type { Trip } from '../../../shared/database.ts';
import { findPublicUrl } from '../../../shifts/find-public-url.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `push`: a link that lets the speaker's own phone ring for pages; `push off` ends that on all of theirs. */
export async function push(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, said } = command;
  if (/^(?:off|stop|revoke|none)\b/i.test(said)) {
    const dropped = await dropPhones(trip, actor.id);
    return [
      privateNote(
        dropped === 0
          ? internal`No phone of yours takes notifications.`
          : internal`Done: none of your phones takes notifications any more.`,
      ),
    ];
  }
  if (!isConnected({ via: 'push' }, await loadKnown(trip.tx, []))) {
    return [
      privateNote(
        internal`Notifications on a phone are not set up here. Whoever runs Handrail sets VAPID_SUBJECT.`,
      ),
    ];
  }
  const token = await invitePhone(trip, actor.id);
  return [
    privateNote(
      internal`Open this on your phone within the hour: ${await findPublicUrl(trip.tx)}/push/${token}`,
      internal`It is for you alone and for one phone. On an iPhone, add the page to the home screen first. "push off" ends it.`,
    ),
  ];
}
