import { startReadingCalendars } from './adapters/absences/start-reading-calendars.ts';
import {
  type CommandDoor,
  createCommandDoor,
  type RunCommand,
} from './adapters/api/command-door.ts';
import { freeBytes } from './adapters/api/free-bytes.ts';
import { createHealth, type Health } from './adapters/api/health.ts';
import { mountHooks } from './adapters/api/hooks/mount-hooks.ts';
import { measureSurface } from './adapters/api/measure-surface.ts';
import { createMetrics, type Metrics, measureCycle } from './adapters/api/metrics.ts';
import type { Mount } from './adapters/api/mount.ts';
import { type OpenServer, openServer } from './adapters/api/open-server.ts';
import { boundSurface } from './adapters/clock/bound-surface.ts';
import { createCryptoRandom } from './adapters/clock/crypto-random.ts';
import { monotonicMilliseconds, systemClock } from './adapters/clock/system-clock.ts';
import { createProvider } from './adapters/console/door/provider.ts';
import type { LivedThrough, Rehearse } from './adapters/console/look/rehearsal.ts';
import { mountConsoleLater } from './adapters/console/mount-console-later.ts';
import { toldLater } from './adapters/console/told-later.ts';
import type { Medium } from './adapters/contact/medium.ts';
import { openMedia } from './adapters/contact/open-media.ts';
import { openDatabase } from './adapters/database/open-database.ts';
import { findOverdue } from './adapters/heartbeat/find-overdue.ts';
import { soundOverdueAlarm } from './adapters/heartbeat/sound-overdue-alarm.ts';
import { type Auditor, startAuditor } from './adapters/heartbeat/start-auditor.ts';
import { startHeartbeat } from './adapters/heartbeat/start-heartbeat.ts';
import { createLogger } from './adapters/log/create-logger.ts';
import { mountMcp } from './adapters/mcp/mount-mcp.ts';
import { openLater } from './adapters/practice/open-later.ts';
import { openWebhooks } from './adapters/webhooks/open-webhooks.ts';
import type { Config } from './config.ts';
import { outsideMethods } from './customers/person.ts';
import type { Surface } from './delivery/surface.ts';
import { createRunner, type Runner } from './engine/runner.ts';
import { noteWays } from './reach/note-ways.ts';
import { planRetention } from './retention/plan-retention.ts';
import type { Database, Ports } from './shared/database.ts';
import type { Logger } from './shared/logger.ts';
import { isLoopback } from './shared/loopback.ts';
import { notePublicUrl } from './shifts/note-public-url.ts';
import { tick } from './tick.ts';
import { createWorld, type World } from './world.ts';

/** What the command line lends to what it starts. */
export interface Lent {
  readonly run?: RunCommand;
  /** Lives a scenario through in a process of its own. */
  readonly rehearse?: (scenario: string) => Promise<LivedThrough>;
}

/** Handrail, running. */
export interface App {
  /** Where the console is: "http://127.0.0.1:3978". */
  readonly url: string;
  /** Takes nothing new, lets the work at hand finish, and closes the databases. */
  stop(): Promise<void>;
}

/** A world that is driven in real time. */
interface Driven {
  readonly world: World;
  readonly runner: Runner;
  readonly database: Database;
  readonly platforms: readonly Platform[];
  readonly media: readonly Medium[];
}

/** A chat platform, in both directions. */
interface Platform {
  readonly surface: Surface;
  /** What listens to it, once there is a world to tell. */
  listen(to: { readonly world: World; readonly nudge: () => void }): Mount;
  /** "up", or what is the matter in a few words; left out where it is not known. */
  health?(): string;
  close(): Promise<void>;
}

/** What is closed at the end, in this order. */
type Close = () => Promise<unknown>;

/**
 * Starts everything the settings ask for. Throws a HandrailError that says what to do when the port is taken,
 * or the data directory cannot be written, is in use, or has tables of another version; nothing is left open then.
 */
export async function startApp(config: Config, { run, rehearse }: Lent = {}): Promise<App> {
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const closing: Close[] = [];
  const stop = async () => {
    for (const close of closing.splice(0)) await close();
  };
  try {
    const real = await driveReal({ config, logger, metrics });
    closing.unshift(
      () => real.runner.stop(),
      ...real.platforms.map(platform => () => platform.close()),
      () => real.database.close(),
    );
    const health = createHealth({
      ports: real.world.ports,
      lastCycleAt: () => real.world.engine.lastCycleAt(),
      platforms: () => healths(real),
      ...(config.database.kind === 'directory' && { freeBytes: () => freeBytes(config.dataDir) }),
    });
    const auditor = watchPaging(real, logger);
    const isWell = async () => auditor.isWell() && (await health.report()).isWell;
    closing.unshift(tick(real.runner, logger), beat(config, isWell, logger), auditor.stop);
    closing.unshift(readCalendars(real, config, logger));
    // Ready at once, not only at the next full second.
    void real.runner.run();
    const openPractice = async () =>
      (await import('./practice.ts')).openPractice({ config, logger });
    const practice = isLoopback(config.host) ? openLater(openPractice, logger) : null;
    if (practice) closing.unshift(practice.close);
    const door =
      run &&
      createCommandDoor({ clock: systemClock, run: (...sent) => run(real.database, ...sent) });
    const later = rehearse ? toldLater(rehearse, logger) : null;
    if (later) closing.unshift(later.settled);
    const server = await serve({
      config,
      logger,
      metrics,
      real,
      health,
      room: practice?.room ?? null,
      door,
      rehearse: later?.begin ?? null,
    });
    closing.unshift(() => server.close());
    if (door && config.database.kind === 'directory')
      closing.unshift(await door.announce(config.database.path, server.url));
    logger.info(
      { url: server.url, database: config.database.kind, practice: practice !== null },
      'Handrail is running',
    );
    void real.world.loadUrgent();
    return { url: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The auditor, apart from the engine; its alarm goes out past the engine as well. */
function watchPaging({ world, runner, media }: Driven, logger: Logger): Auditor {
  const { ports } = world;
  const surfaces = media.flatMap(medium => medium.surfaces);
  return startAuditor({
    logger,
    findOverdue: () => findOverdue(ports),
    repair: () => runner.run(),
    alarm: () => soundOverdueAlarm({ ports, surfaces }),
  });
}

/** Reads the calendars that say when somebody is away. */
function readCalendars({ world, runner }: Driven, { loopback }: Config, logger: Logger): Close {
  const nudge = () => void runner.run();
  return startReadingCalendars({ ports: world.ports, logger, loopback, nudge });
}

/** Tells the monitoring, where there is one, that Handrail is well and no page is overdue. */
function beat(
  { heartbeatUrl: url }: Config,
  isWell: () => Promise<boolean>,
  logger: Logger,
): Close {
  return url ? startHeartbeat({ url, logger, isWell }) : async () => {};
}

interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The real organisation. Without a chat platform a page there ends in the loud alarm of the log. */
async function driveReal({ config, logger, metrics }: Parts): Promise<Driven> {
  const sources = { clock: systemClock, random: createCryptoRandom() };
  const database = await openDatabase(config.database, sources);
  const ports = { ...sources, database };
  const platforms = await joinPlatforms({ config, logger, ports }).catch(async error => {
    await database.close();
    throw error;
  });
  const media = await openMedia({ config, ports, logger });
  const surfaces = [
    ...platforms.map(({ surface }) => surface),
    ...media.flatMap(medium => medium.surfaces),
    openWebhooks({ secrets: config.webhookSecrets, clock: systemClock, reach: config }),
  ];
  const connected = surfaces.map(surface =>
    measureSurface(boundSurface(surface), metrics, systemClock),
  );
  const secondOpinion = await joinLanguageModel(config, logger);
  const world = createWorld({
    ...ports,
    logger,
    secondOpinion,
    monotonicMilliseconds,
    surfaces: { connected, everywhere: null },
    retention: config.retention,
  });
  await planRetention(ports);
  await notePublicUrl(ports, config.publicUrl);
  const isConnected = (way: string) => connected.some(({ platform }) => platform === way);
  await noteWays(database, outsideMethods.filter(isConnected));
  const { engine, sender } = world;
  return {
    world,
    database,
    platforms,
    media,
    runner: createRunner({ engine, sender, logger, measure: measureCycle(metrics) }),
  };
}

/** The language model the settings ask for; its code is loaded only then. */
async function joinLanguageModel({ languageModel }: Config, logger: Logger) {
  if (!languageModel) return undefined;
  const { openLanguageModel } = await import('./adapters/language-model/open-language-model.ts');
  return openLanguageModel(languageModel, logger);
}

/** The platforms the settings ask for. Their code is loaded only then: it is most of the time a start takes. */
async function joinPlatforms({
  config,
  logger,
  ports,
}: Omit<Parts, 'metrics'> & { readonly ports: Ports }): Promise<Platform[]> {
  const platforms: Platform[] = [];
  if (config.slack) {
    const { openSlack } = await import('./adapters/slack/open-slack.ts');
    const { slack: settings, secretKeys, publicUrl } = config;
    platforms.push(openSlack({ settings, secretKeys, publicUrl, ports, logger }));
  }
  if (config.teams) {
    const { openTeams } = await import('./adapters/teams/open-teams.ts');
    platforms.push(await openTeams({ way: config.teams, ports, logger }));
  }
  return platforms;
}

interface Serving extends Parts {
  readonly real: Driven;
  readonly health: Health;
  readonly room: Mount | null;
  readonly door: CommandDoor | undefined;
  readonly rehearse: Rehearse | null;
}

function serve(serving: Serving): Promise<OpenServer> {
  const { config, logger, metrics, real, health, room, door, rehearse } = serving;
  const { world, runner } = real;
  const { nudge } = runner;
  const listening = [...real.platforms, ...real.media].flatMap(
    one => one.listen?.({ world, nudge }) ?? [],
  );
  const api = { ports: world.ports, nudge };
  return openServer({
    ...api,
    host: config.host,
    port: config.port,
    logger,
    metrics,
    health,
    lastCycleAt: () => world.engine.lastCycleAt(),
    mounts: [
      mountMcp(api),
      { mount: app => mountHooks(app, { world, nudge, secrets: config.hookSecrets }) },
      ...listening,
      ...(door ? [door] : []),
      ...(room ? [room] : []),
      mountConsoleLater({
        ...api,
        publicUrl: config.publicUrl,
        chats: [...(config.slack ? ['Slack'] : []), ...(config.teams ? ['Teams'] : [])],
        async examine() {
          const { examine } = await import('./doctor/examine.ts');
          return examine(real.database, { config, logger });
        },
        rehearse,
        provider: config.provider && createProvider(config.provider),
        logger,
      }),
    ],
  });
}

function healths({ platforms, media }: Driven): Record<string, string> {
  return Object.fromEntries([
    ...platforms.map(({ surface, health }) => [surface.platform, health?.() ?? 'connected']),
    ...media.flatMap(({ surfaces, health }) =>
      surfaces.map(({ platform }) => [platform, health()]),
    ),
  ]);
}
