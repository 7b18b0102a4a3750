import { recordOwnWorkspace } from '../../../customers/record-own-workspace.ts';
import type { Clock } from '../../../shared/clock.ts';
import type { Database } from '../../../shared/database.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { second, since } from '../../../shared/time.ts';
import type { Installation, Installations } from './installation.ts';
import { slackPlatform } from './platform.ts';
import type { SecretBox } from './secret-box.ts';

/** What Slack gave us when the app was installed, or says of the token in the settings. */
export interface Granted {
  readonly workspace: string;
  readonly enterprise: string | null;
  readonly name: string;
  readonly appId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  /** Null: the token is the one in the settings, and is stored nowhere. */
  readonly tokens: Tokens | null;
}

export interface Tokens {
  readonly bot: string;
  /** For exchanging the token before it expires; null = it does not expire. */
  readonly refresh: string | null;
  readonly expiresAt: Date | null;
}

/** Where installations are kept. */
export interface InstallationStore extends Installations {
  /** Writes down an installation, new or again; its workspace is the vendor's own from then on. */
  save(granted: Granted): Promise<void>;
  /** Ends it, unless it was installed again after `at`. True when it ended now. */
  revoke(workspace: string, at: Date): Promise<boolean>;
}

export interface StoreParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly box: SecretBox;
  /** The token in the settings; null when workspaces install the app themselves. */
  readonly botToken: string | null;
}

const rememberedFor = 10 * second;

/** Installations in their table. What is found is remembered for ten seconds, a failure to look never. */
export function createInstallations(parts: StoreParts): InstallationStore {
  const { database, clock } = parts;
  let remembered: { at: Date; all: readonly Installation[] } | null = null;

  async function list(): Promise<readonly Installation[]> {
    const now = clock.now();
    if (remembered && since(remembered.at, now) < rememberedFor) return remembered.all;
    const rows = await database.client.slackInstallation.findMany({
      where: {
        state: 'active',
        ...(parts.botToken ? { botToken: '' } : { NOT: { botToken: '' } }),
      },
      orderBy: [{ installedAt: 'asc' }, { workspace: 'asc' }],
    });
    const all = rows.flatMap(row => readable(row, parts) ?? []);
    remembered = { at: now, all };
    return all;
  }

  const forget = (): void => {
    remembered = null;
  };

  return {
    list,
    forget,
    find: async id =>
      (await list()).find(({ workspace, enterprise }) => workspace === id || enterprise === id) ??
      null,
    async save(granted) {
      await saveInstallation(parts, granted);
      forget();
    },
    async revoke(workspace, at) {
      const { count } = await database.trip(({ tx }) =>
        tx.slackInstallation.updateMany({
          where: { workspace, state: 'active', installedAt: { lte: at } },
          data: { state: 'revoked', dueAt: null },
        }),
      );
      forget();
      return count === 1;
    },
  };
}

type Row = NonNullable<Awaited<ReturnType<Database['client']['slackInstallation']['findUnique']>>>;

/** One row that cannot be read keeps none of the others from working. */
function readable(row: Row, { botToken, box, logger }: StoreParts): Installation | null {
  const { workspace, enterprise, name, appId, botUserId, scopes, installedAt } = row;
  try {
    const token = botToken ?? box.open(row.botToken, botAbout(workspace));
    return { workspace, enterprise, name, appId, botUserId, scopes, installedAt, token };
  } catch (error) {
    logger.error({ workspace, cause: messageOf(error) }, 'a Slack token could not be read');
    return null;
  }
}

/** What a stored bot token belongs to. */
export function botAbout(workspace: string): string {
  return `slack:${workspace}:bot`;
}

/** What a stored refresh token belongs to. */
export function refreshAbout(workspace: string): string {
  return `slack:${workspace}:refresh`;
}

async function saveInstallation(
  { database, box }: StoreParts,
  { tokens, ...granted }: Granted,
): Promise<void> {
  const { workspace, enterprise } = granted;
  const refresh = tokens?.refresh ?? null;
  await database.trip(async trip => {
    const data = {
      ...granted,
      scopes: [...granted.scopes],
      botToken: tokens ? box.seal(tokens.bot, botAbout(workspace)) : '',
      refreshToken: refresh && box.seal(refresh, refreshAbout(workspace)),
      state: 'active',
      expiresAt: tokens?.expiresAt ?? null,
      dueAt: refresh && tokens?.expiresAt ? exchangeAt(trip.now, tokens.expiresAt) : null,
    };
    const known = await trip.tx.slackInstallation.findUnique({ where: { workspace } });
    const isSame = known?.state === 'active' && tokens === null && known.botToken === '';
    const installedAt = isSame ? known.installedAt : trip.now;
    await trip.tx.slackInstallation.upsert({
      where: { workspace },
      create: { ...data, installedAt },
      update: { ...data, installedAt },
    });
    // The token in the settings is of one workspace; another one's was there before it.
    if (!tokens)
      await trip.tx.slackInstallation.updateMany({
        where: { botToken: '', NOT: { workspace } },
        data: { state: 'revoked' },
      });
    for (const own of [workspace, enterprise])
      if (own) await recordOwnWorkspace(trip, { platform: slackPlatform, workspace: own });
  });
}

/** Half of its life before a token expires it is exchanged, so that there are hours in which to try again. */
export function exchangeAt(now: Date, expiresAt: Date): Date {
  return new Date(now.getTime() + Math.max(0, since(now, expiresAt)) / 2);
}
