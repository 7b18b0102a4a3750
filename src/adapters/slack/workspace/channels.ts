import { z } from 'zod';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { Installation } from './installation.ts';
import type { WebApi } from './web-api.ts';
import { within } from './within.ts';

/** A channel as Slack describes it now. */
export interface Channel {
  readonly id: string;
  readonly name: string | null;
  readonly isArchived: boolean;
  /** False when we have been removed from it. */
  readonly isMember: boolean;
  /** Organisations outside the vendor that read it. */
  readonly outside: readonly string[];
}

/** Looks channels up; nothing is remembered, because who reads a channel must be known as it is now. */
export interface Channels {
  /** Waits for at most 800 ms; null when Slack does not say in time. */
  find(installation: Installation, channel: string): Promise<Channel | null>;
  /** Throws SlackCallError when it cannot be looked up. */
  get(installation: Installation, channel: string): Promise<Channel>;
}

const budgetMilliseconds = 800;

const ids = z.array(z.string()).nullish();
const answer = z.object({
  channel: z.object({
    id: z.string(),
    name: z.string().nullish(),
    is_archived: z.boolean().nullish(),
    is_member: z.boolean().nullish(),
    is_ext_shared: z.boolean().nullish(),
    shared_team_ids: ids,
    connected_team_ids: ids,
    internal_team_ids: ids,
    conversation_host_id: z.string().nullish(),
  }),
});

/** Channels by `conversations.info`. */
export function createChannels({ api, logger }: { api: WebApi; logger: Logger }): Channels {
  async function get(installation: Installation, channel: string): Promise<Channel> {
    const raw = await api.call('conversations.info', installation.token, { channel });
    return channelFrom(answer.parse(raw).channel, installation);
  }
  return {
    get,
    find(installation, channel) {
      const looking = get(installation, channel).catch(error => {
        logger.debug({ cause: messageOf(error) }, 'Slack did not describe a channel');
        return null;
      });
      return within(looking, budgetMilliseconds);
    },
  };
}

/** Everything connected that is not ours is outside, and so is a sharing of which no workspace is told. */
function channelFrom(
  raw: z.infer<typeof answer>['channel'],
  { workspace, enterprise }: Installation,
): Channel {
  const own = [workspace, enterprise, ...(raw.internal_team_ids ?? [])];
  const readers = [
    ...(raw.connected_team_ids ?? []),
    ...(raw.shared_team_ids ?? []),
    ...(raw.conversation_host_id ? [raw.conversation_host_id] : []),
  ];
  const outside = [...new Set(readers)].filter(id => !own.includes(id));
  return {
    id: raw.id,
    name: raw.name ?? null,
    isArchived: raw.is_archived === true,
    isMember: raw.is_member !== false,
    outside: raw.is_ext_shared && outside.length === 0 ? ['unknown'] : outside,
  };
}
