import { plus } from '../../../../src/shared/time.ts';
import { type Conversation, memberId } from '../../../harness/teams/people.ts';
import type { Delivered } from '../../../harness/teams/post.ts';
import { type Fixtures, type Payload, readFixtures } from '../fixture.ts';
import type { Person } from '../northwind.ts';
import type { Told } from '../platform-under-test.ts';
import { openTeamsTown, type TeamsTown } from './town.ts';

/** Who does something, where, and under which message of a channel. */
export interface Act {
  readonly by: Person;
  readonly where: Conversation;
  readonly root?: string | null;
}

/** Handrail behind its signed door in Teams, and what Teams posts to it there. */
export interface TeamsDoor {
  readonly town: TeamsTown;
  readonly fixtures: Fixtures;
  /** Posts an activity and lets what follows be done. */
  deliver(activity: Payload): Promise<Delivered>;
  /** The same once more: Teams sends an invoke again under another id. */
  again(activity: Payload): Told;
  /** What every activity says of somebody who does something. */
  act(act: Act): Payload & { readonly id: string };
  /** The same of something that happens to a channel, which is in no thread. */
  news(act: Act): Payload;
  pass(milliseconds: number): Promise<void>;
}

/** Opens it on the quiet morning. */
export async function openTeamsDoor(): Promise<TeamsDoor> {
  const town = await openTeamsTown();
  const { teams, ports, world, runUntilIdle } = town.stage;
  const { clock } = ports;

  async function deliver(activity: Payload): Promise<Delivered> {
    const delivered = await teams.deliver(activity);
    if (delivered.status !== 200) throw new Error(`Teams was answered ${delivered.status}.`);
    await runUntilIdle();
    return delivered;
  }

  function happened({ by, where }: Act) {
    const member = town.memberOf(by);
    const { id, at } = teams.scene(member, where);
    const team = { id: where.team?.id };
    const channel = { teamsChannelId: where.id, teamsTeamId: team.id, channel: { id: where.id } };
    return {
      id,
      timestamp: at.toISOString(),
      serviceUrl: teams.serviceUrl,
      from: { id: memberId(member), name: member.name, aadObjectId: member.user },
      recipient: { id: teams.botId },
      conversation: { id: where.id, tenantId: where.tenant },
      channelData: {
        tenant: { id: where.tenant },
        ...(where.kind === 'channel' && { ...channel, team }),
      },
    };
  }

  return {
    town,
    fixtures: readFixtures('teams'),
    deliver,
    again: activity => ({
      async again() {
        await deliver({ ...activity, id: `${activity.id}-again` });
      },
    }),
    news: happened,
    act(act) {
      const { by, where, root = null } = act;
      const about = happened(act);
      const thread = where.kind === 'channel' ? `;messageid=${root ?? about.id}` : '';
      const conversation = { ...about.conversation, id: `${where.id}${thread}` };
      const { timeZone: localTimezone } = town.memberOf(by);
      return { ...about, conversation, localTimezone };
    },
    async pass(milliseconds) {
      await runUntilIdle();
      await world.engine.advanceTo(clock, plus(clock.now(), milliseconds));
    },
  };
}
