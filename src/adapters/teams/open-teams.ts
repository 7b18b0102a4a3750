import { recordOwnWorkspace } from '../../customers/record-own-workspace.ts';
import type { Surface } from '../../delivery/surface.ts';
import type { Ports } from '../../shared/database.ts';
import { HandrailError, messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import type { World } from '../../world.ts';
import { createBackground } from '../api/background.ts';
import { lookFirst } from '../api/look-first.ts';
import type { Mount } from '../api/mount.ts';
import { HttpProblem } from '../api/problem.ts';
import { createRefusals } from '../api/refusals.ts';
import { createSightings, type Sightings } from '../api/sightings.ts';
import type { BotAccount } from './account/bot-account.ts';
import { createBotToken } from './account/bot-token.ts';
import { endpointsOf, type TeamsWay } from './account/endpoints.ts';
import { type GateParts, mountGate } from './gate/mount-gate.ts';
import { lookAtPlace } from './inbox/look-at-place.ts';
import { createRoster } from './inbox/roster.ts';
import { createTeamsBot } from './inbox/teams-bot.ts';
import type { TeamsContext } from './inbox/teams-context.ts';
import { teamsPlatform } from './inbox/teams-turn.ts';
import { createTeamsSurface } from './send/teams-surface.ts';

export interface TeamsParts {
  readonly way: TeamsWay;
  readonly ports: Ports;
  readonly logger: Logger;
}

/** What the world is made of, once it is there, and what wakes it. */
export interface TeamsWorld {
  readonly world: TeamsContext['world'] & Pick<World, 'ports'>;
  readonly nudge: () => void;
}

/** Microsoft Teams, in both directions. */
export interface Teams {
  readonly surface: Surface;
  /** What listens at `POST /api/messages`. */
  listen(to: TeamsWorld): Mount;
  /** "up", or what is the matter in a few words. */
  health(): string;
  /** Ends what goes on in the background. */
  close(): Promise<void>;
}

/** Joins Teams as the settings say. Nothing is asked of Microsoft before there is something to do. */
export async function openTeams({ way, ports, logger }: TeamsParts): Promise<Teams> {
  const { loginUrl, hosts } = endpointsOf(way);
  const account = lowerCase(way);
  const token = createBotToken({
    account,
    clock: ports.clock,
    ...(loginUrl !== null && { loginUrl }),
  });
  const connector = { token, hosts };
  const roster = createRoster({ connector, clock: ports.clock });
  const background = createBackground({ platform: 'Teams', mostUnderway: 200, logger });
  if (account.kind === 'tenant') {
    const workspace = account.appTenantId;
    await ports.database.trip(trip =>
      recordOwnWorkspace(trip, { platform: teamsPlatform, workspace }),
    );
  }
  const refusals = createRefusals({ platform: 'Teams', clock: ports.clock, logger });
  let sightings: Sightings | null = null;
  return {
    surface: lookFirst(
      createTeamsSurface({ ...connector, ports, account, logger }),
      async place => sightings?.see(place) ?? { found: 'unseen', audience: 'internal' },
    ),
    listen: ({ world, nudge }) => {
      const seen = createSightings({ look: place => lookAtPlace(context, place) });
      sightings = seen;
      const context: TeamsContext = {
        account,
        world,
        ports,
        logger,
        connector,
        roster,
        background,
        sightings: seen,
        nudge,
      };
      const take = takeBy(context);
      return {
        mount: app => mountGate(app, { way, clock: ports.clock, logger, refusals, take }),
      };
    },
    health: refusals.health,
    close() {
      sightings?.stop();
      return background.stop();
    },
  };
}

/** Entra's ids are the same in any case; Teams writes them small. */
function lowerCase(way: TeamsWay): BotAccount {
  return way.kind === 'local' ? way : { ...way, appTenantId: way.appTenantId.toLowerCase() };
}

/** Whatever goes wrong before it is written down, Teams is asked to send it again. */
function takeBy(context: TeamsContext): GateParts['take'] {
  const take = createTeamsBot(context);
  return async believed => {
    try {
      return await take(believed);
    } catch (error) {
      const { type, name } = believed.activity;
      context.logger.error(
        { type, name, ...faultFacts(error) },
        'an activity of Teams was not taken',
      );
      throw new HttpProblem([503, 'not-taken'], 'It could not be written down. Send it again.', {
        headers: { 'Retry-After': '5' },
      });
    }
  };
}

// The database's own messages may quote what somebody wrote, so only their kind is logged.
function faultFacts(error: unknown): Record<string, unknown> {
  if (error instanceof HandrailError) return { error: error.code, cause: messageOf(error) };
  if (!(error instanceof Error)) return { error: typeof error };
  const place = error.stack?.split('\n').find(line => line.trimStart().startsWith('at '));
  return { error: error.name, place: place?.trim() };
}
