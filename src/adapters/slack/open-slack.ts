import type { Express } from 'express';
import type { Surface } from '../../delivery/surface.ts';
import type { Ports } from '../../shared/database.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Mount } from '../api/open-server.ts';
import { createAftermath } from './aftermath.ts';
import { createBoltApp } from './bolt-app.ts';
import { createChannels } from './channels.ts';
import type { Desk } from './desk.ts';
import { createDirectory } from './directory.ts';
import { endInstallation } from './end-installation.ts';
import { createExchange } from './exchange-tokens.ts';
import { findInstallation, NotYetKnownError } from './find-installation.ts';
import { keepIdentity } from './identity.ts';
import { createInstallStates } from './install-state.ts';
import { createInstallations, type InstallationStore } from './installations.ts';
import type { Loop } from './loop.ts';
import { mountInstall } from './mount-install.ts';
import { mountSlack } from './mount-slack.ts';
import { botScopes } from './scopes.ts';
import { createSecretBox, type SecretBox } from './secret-box.ts';
import { createSlackSurface } from './slack-surface.ts';
import { listenBySocket, type SocketMode } from './socket-mode.ts';
import { createSpeakers } from './speakers.ts';
import { takeEvent } from './take-event.ts';
import { interactionTakers } from './take-interactions.ts';
import { watchPlaces } from './watch-places.ts';
import { createWebApi, type WebApi } from './web-api.ts';

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
  readonly world: Desk['world'];
  readonly nudge: () => void;
}

/** Slack, in both directions. */
export interface Slack {
  readonly surface: Surface;
  /** Begins to listen: by HTTP once it is mounted, by Socket Mode at once. Closing the mount ends the listening. */
  listen(to: Hearer): Mount;
  /** "up", or what is the matter in a few words. */
  standing(): string;
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
    surface: createSlackSurface({
      ...ports,
      installations: store,
      apiUrl: settings.apiUrl,
      logger,
    }),
    listen(to) {
      const begun = listenTo(base, to);
      listening = begun;
      return { mount: app => begun.mount(app), close: () => void begun.stop() };
    },
    standing: () => listening?.standing() ?? 'not listened to',
    checkTokens: () => listening?.checkTokens(),
    close: async () => listening?.stop(),
  };
}

/** Slack, being listened to. */
interface Listening {
  mount(app: Express): void;
  standing(): string;
  checkTokens(): void;
  /** The same promise however often it is asked. */
  stop(): Promise<void>;
}

function deskOf(base: Base, { world, nudge }: Hearer): Omit<Desk, 'askAgain'> {
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
    aftermath: createAftermath({ isHandled: world.isHandled, logger }),
    pinEmoji: settings.pinEmoji,
    nudge,
  };
}

function listenTo(base: Base, to: Hearer): Listening {
  const { settings, logger } = base;
  const desk: Desk = { ...deskOf(base, to), askAgain: () => loops.identity?.soon() };
  const loops = loopsOf(base, desk);
  const deliver = createBoltApp({
    takers: {
      event: (installation, body) => takeEvent(desk, installation, body),
      ...interactionTakers(desk),
    },
    findInstallation: async payload => {
      const found = await findInstallation(desk, payload);
      if (!found && settings.botToken) await assertKnown(desk);
      return found;
    },
    logger,
  });
  const { signingSecret, appToken, apiUrl } = settings;
  const { silenceMilliseconds } = base;
  const socket = appToken
    ? listenBySocket({ appToken, apiUrl, deliver, logger, silenceMilliseconds })
    : null;
  for (const loop of loops.all) loop.start();
  socket?.start();
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    await socket?.stop();
    await Promise.all(loops.all.map(loop => loop.stop()));
    await desk.aftermath.stop();
  };
  return {
    mount(app) {
      if (signingSecret) mountSlack(app, { signingSecret, deliver, clock: desk.clock, logger });
      mountOAuth(app, base);
    },
    standing: () => standingOf(loops.identity, socket),
    checkTokens: () => loops.exchange?.soon(),
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** With the token in the settings we know who we are once Slack has said so, at this start or an earlier one. */
async function assertKnown({ installations, database }: Desk): Promise<void> {
  if ((await installations.list()).length > 0) return;
  const before = await database.client.slackInstallation.count({ where: { botToken: '' } });
  if (before === 0) throw new NotYetKnownError('Slack has not yet said who we are.');
}

function loopsOf(base: Base, desk: Desk) {
  const { settings, api, store, logger, box, ports } = base;
  const { botToken, client } = settings;
  const now = () => ports.clock.now();
  const onRemoved = async (workspace: string) => {
    const id = `slack:removed:${workspace}:${now().getTime()}`;
    await endInstallation(desk, { workspace, at: now(), id });
  };
  const identity = botToken
    ? keepIdentity({ api, store, token: botToken, logger, onRemoved })
    : null;
  const exchange = client ? createExchange({ ...ports, api, store, box, client, logger }) : null;
  const all: Loop[] = [identity, exchange, watchPlaces(desk)].filter(loop => loop !== null);
  return { all, identity, exchange };
}

function standingOf(
  identity: { standing(): string } | null,
  socket: Pick<SocketMode, 'standing'> | null,
): string {
  const all = [identity?.standing() ?? 'up', socket?.standing() ?? 'up'];
  return all.filter(one => one !== 'up').join('; ') || 'up';
}

function mountOAuth(app: Express, { settings, secretKeys, publicUrl, ...base }: Base): void {
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
