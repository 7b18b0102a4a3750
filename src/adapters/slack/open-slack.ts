import type { IRouter } from 'express';
import type { Surface } from '../../delivery/surface.ts';
import type { Ports } from '../../shared/database.ts';
import type { Logger } from '../../shared/logger.ts';
import { createBackground } from '../api/background.ts';
import { lookFirst } from '../api/look-first.ts';
import type { Mount } from '../api/mount.ts';
import { createRefusals } from '../api/refusals.ts';
import { createSightings, type Sightings } from '../api/sightings.ts';
import { createBoltApp, type Handlers } from './gate/bolt-app.ts';
import { mountGate } from './gate/mount-gate.ts';
import { listenBySocket } from './gate/socket-mode.ts';
import { endInstallation } from './inbox/end-installation.ts';
import { findInstallation, NotYetKnownError } from './inbox/find-installation.ts';
import { handleCommand } from './inbox/handle-command.ts';
import { handleDialog } from './inbox/handle-dialog.ts';
import { handleEvent } from './inbox/handle-event.ts';
import { handlePress } from './inbox/handle-press.ts';
import { handleGlobalShortcut, handleShortcut } from './inbox/handle-shortcut.ts';
import { lookAtPlace } from './inbox/look-at-place.ts';
import type { SlackContext } from './inbox/slack-context.ts';
import { createSpeakers } from './inbox/speakers.ts';
import { watchPlaces } from './inbox/watch-places.ts';
import { createInstallStates } from './install/install-state.ts';
import { mountInstall } from './install/mount-install.ts';
import { createSlackSurface } from './send/slack-surface.ts';
import { createChannels } from './workspace/channels.ts';
import { createDirectory } from './workspace/directory.ts';
import { createExchange } from './workspace/exchange-tokens.ts';
import { keepIdentity } from './workspace/identity.ts';
import { createInstallations, type InstallationStore } from './workspace/installations.ts';
import type { Loop } from './workspace/loop.ts';
import { botScopes } from './workspace/scopes.ts';
import { createSecretBox, type SecretBox } from './workspace/secret-box.ts';
import { createWebApi, type WebApi } from './workspace/web-api.ts';

/** Slack's part of the settings. */
export interface SlackSettings {
  readonly botToken: string | null;
  readonly signingSecret: string | null;
  readonly appToken: string | null;
  readonly client: { readonly id: string; readonly secret: string } | null;
  readonly workspaces: readonly string[];
  readonly pinEmoji: string;
  readonly apiUrl: string | null;
}

export interface SlackParts {
  readonly settings: SlackSettings;
  readonly secretKeys: readonly string[];
  readonly publicUrl: string;
  readonly ports: Ports;
  readonly logger: Logger;
  /** After so long without a frame a Socket Mode connection is taken for dead; 30 seconds when left out. */
  readonly silenceMilliseconds?: number;
}

/** Whom to tell what is heard, and what wakes the engine. */
export interface Hearer {
  readonly world: SlackContext['world'];
  readonly nudge: () => void;
}

/** Slack, in both directions. */
export interface Slack {
  readonly surface: Surface;
  /** Begins to listen: by HTTP once it is mounted, by Socket Mode at once. Closing the mount ends the listening. */
  listen(to: Hearer): Mount;
  /** "up", or what is the matter in a few words. */
  health(): string;
  /** Exchanges what is about to expire now, instead of half a minute later at the latest. */
  checkTokens(): void;
  /** Takes nothing new and waits for what is underway. */
  close(): Promise<void>;
}

interface Base extends SlackParts {
  readonly api: WebApi;
  readonly box: SecretBox;
  readonly store: InstallationStore;
}

/** Puts Slack's parts together. Waits for nothing that Slack says, so that a start does not depend on it. */
export function openSlack(parts: SlackParts): Slack {
  const { settings, secretKeys, ports, logger } = parts;
  const box = createSecretBox(secretKeys);
  const api = createWebApi({ apiUrl: settings.apiUrl, logger });
  const store = createInstallations({ ...ports, logger, box, botToken: settings.botToken });
  const base: Base = { ...parts, api, box, store };
  let listening: Listening | null = null;
  return {
    surface: lookFirst(
      createSlackSurface({ ...ports, installations: store, apiUrl: settings.apiUrl, logger }),
      async place => listening?.see(place) ?? { found: 'unseen', audience: 'internal' },
    ),
    listen(to) {
      const begun = listenTo(base, to);
      listening = begun;
      return { mount: app => begun.mount(app), close: () => void begun.stop() };
    },
    health: () => listening?.health() ?? 'not listened to',
    checkTokens: () => listening?.checkTokens(),
    close: async () => listening?.stop(),
  };
}

/** Slack, being listened to. */
interface Listening {
  mount(app: IRouter): void;
  health(): string;
  checkTokens(): void;
  /** Who reads a place, against what is known of it. */
  see: Sightings['see'];
  /** The same promise however often it is asked. */
  stop(): Promise<void>;
}

type Given = Omit<SlackContext, 'askAgain' | 'sightings'>;

function contextOf(base: Base, { world, nudge }: Hearer): Given {
  const { api, store, logger, settings } = base;
  const { database, clock } = base.ports;
  const directory = createDirectory({ api, clock, logger });
  return {
    world,
    database,
    clock,
    logger,
    installations: store,
    api,
    directory,
    speakers: createSpeakers({ directory, database }),
    channels: createChannels({ api, logger }),
    background: createBackground({ platform: 'Slack', mostUnderway: 64, logger }),
    pinEmoji: settings.pinEmoji,
    nudge,
  };
}

/** What becomes of each kind of payload. */
function handlersOf(context: SlackContext): Handlers {
  return {
    event: (installation, body) => handleEvent(context, installation, body),
    actions: (installation, body) => handlePress(context, installation, body),
    messageShortcut: (installation, body) => handleShortcut(context, installation, body),
    shortcut: (installation, body) => handleGlobalShortcut(context, installation, body),
    submission: (installation, body) => handleDialog(context, installation, body),
    command: (installation, body) => handleCommand(context, installation, body),
  };
}

function listenTo(base: Base, to: Hearer): Listening {
  const { settings, logger } = base;
  const sightings = createSightings({ look: place => lookAtPlace(context, place) });
  const context: SlackContext = {
    ...contextOf(base, to),
    sightings,
    askAgain: () => loops.identity?.soon(),
  };
  const loops = loopsOf(base, context);
  const deliver = createBoltApp({
    handlers: handlersOf(context),
    findInstallation: async payload => {
      const found = await findInstallation(context, payload);
      if (!found && settings.botToken) await assertKnown(context);
      return found;
    },
    logger,
  });
  const { signingSecret, appToken, apiUrl } = settings;
  const { silenceMilliseconds } = base;
  const socket = appToken
    ? listenBySocket({
        ...{ appToken, apiUrl, deliver, logger, silenceMilliseconds },
        onGap: sightings.doubt,
      })
    : null;
  const refusals = createRefusals({ platform: 'Slack', clock: context.clock, logger });
  for (const loop of loops.all) loop.start();
  socket?.start();
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    await socket?.stop();
    await Promise.all(loops.all.map(loop => loop.stop()));
    await context.background.stop();
    sightings.stop();
  };
  return {
    mount(app) {
      const { clock } = context;
      if (signingSecret) mountGate(app, { signingSecret, deliver, clock, logger, refusals });
      mountOAuth(app, base);
    },
    health: () => healthOf([loops.identity, socket, refusals]),
    checkTokens: () => loops.exchange?.soon(),
    see: sightings.see,
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** With the token in the settings we know who we are once Slack has said so, at this start or an earlier one. */
async function assertKnown({ installations, database }: SlackContext): Promise<void> {
  if ((await installations.list()).length > 0) return;
  const before = await database.client.slackInstallation.count({ where: { botToken: '' } });
  if (before === 0) throw new NotYetKnownError('Slack has not yet said who we are.');
}

function loopsOf(base: Base, context: SlackContext) {
  const { settings, api, store, logger, box, ports } = base;
  const { botToken, client } = settings;
  const now = () => ports.clock.now();
  const onRemoved = async (workspace: string) => {
    const id = `slack:removed:${workspace}:${now().getTime()}`;
    await endInstallation(context, { workspace, at: now(), id });
  };
  const identity = botToken
    ? keepIdentity({ api, store, token: botToken, logger, onRemoved })
    : null;
  const exchange = client ? createExchange({ ...ports, api, store, box, client, logger }) : null;
  const all: Loop[] = [identity, exchange, watchPlaces(context)].filter(loop => loop !== null);
  return { all, identity, exchange };
}

function healthOf(parts: readonly ({ health(): string } | null)[]): string {
  const all = parts.map(part => part?.health() ?? 'up');
  return all.filter(one => one !== 'up').join('; ') || 'up';
}

function mountOAuth(app: IRouter, { settings, secretKeys, publicUrl, ...base }: Base): void {
  const { client, workspaces, apiUrl } = settings;
  if (!client) return;
  const [secret = client.secret] = secretKeys;
  mountInstall(app, {
    ...base,
    clock: base.ports.clock,
    client,
    workspaces,
    redirectUri: `${publicUrl}/slack/oauth_redirect`,
    states: createInstallStates(base.ports.database, secret),
    scopes: botScopes,
    authorizeUrl: apiUrl
      ? new URL('/oauth/v2/authorize', apiUrl).toString()
      : 'https://slack.com/oauth/v2/authorize',
    isHttps: publicUrl.startsWith('https:') ? 'https' : 'http',
  });
}
