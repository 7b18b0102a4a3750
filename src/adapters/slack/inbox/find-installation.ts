import { HandrailError } from '../../../shared/errors.ts';
import type { Payload } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { slackPlatform } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';

/** Slack has not yet told us who we are; what came is to be sent again. */
export class NotYetKnownError extends HandrailError {
  readonly code = 'not-yet-known';
}

/**
 * The installation a payload is meant for, whose token applies: for an event what its authorisation says, never its
 * `team_id`, which may be the author's. An interaction from a channel shared with another organisation names
 * that one alone; then the channel says which of our installations knows it, and a single one needs no saying.
 * Null when the app is not installed there. A database that does not answer throws, and nothing is remembered.
 */
export async function findInstallation(
  context: Pick<SlackContext, 'installations' | 'database'>,
  payload: Payload,
): Promise<Installation | null> {
  const { installations } = context;
  for (const id of organisationsIn(payload)) {
    const found = id ? await installations.find(id) : null;
    if (found) return found;
  }
  if (payload.kind === 'event' || payload.kind === 'other') return null;
  const all = await installations.list();
  if (all.length <= 1) return all[0] ?? null;
  return findByChannel(context, payload);
}

function organisationsIn(payload: Payload): (string | null | undefined)[] {
  switch (payload.kind) {
    case 'event': {
      const [first] = payload.body.authorizations ?? [];
      if (first) return [first.team_id, first.enterprise_id];
      return [payload.body.team_id, payload.body.enterprise_id];
    }
    case 'command':
      return [payload.body.team_id, payload.body.enterprise_id];
    case 'submission':
    case 'actions': {
      const { view, team, enterprise } = payload.body;
      return [view?.app_installed_team_id, team?.id, enterprise?.id];
    }
    case 'message-shortcut':
    case 'shortcut':
      return [payload.body.team?.id, payload.body.enterprise?.id];
    case 'other':
      return [];
  }
}

async function findByChannel(
  { database, installations }: Pick<SlackContext, 'installations' | 'database'>,
  payload: Exclude<Payload, { kind: 'other' }>,
): Promise<Installation | null> {
  const channel = 'channel' in payload.body ? payload.body.channel?.id : undefined;
  if (!channel) return null;
  const rows = await database.client.placeIdentity.findMany({
    where: { platform: slackPlatform, channel },
  });
  const found = await Promise.all(rows.map(({ workspace }) => installations.find(workspace)));
  const [only, second] = found.filter(one => one !== null);
  return only && !second ? only : null;
}
