import { z } from 'zod';
import type { Clock } from '../../../shared/clock.ts';
import type { Database } from '../../../shared/database.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { minute, plus, second } from '../../../shared/time.ts';
import {
  botAbout,
  exchangeAt,
  type InstallationStore,
  refreshAbout,
  type Tokens,
} from './installations.ts';
import { createLoop, type Loop } from './loop.ts';
import type { SecretBox } from './secret-box.ts';
import type { WebApi } from './web-api.ts';

export interface ExchangeParts {
  readonly api: WebApi;
  readonly store: InstallationStore;
  readonly database: Database;
  readonly clock: Clock;
  readonly box: SecretBox;
  readonly client: { readonly id: string; readonly secret: string };
  readonly logger: Logger;
}

const lookEvery = 30 * second;
/** How long one process has the exchange of a token to itself. */
const lease = minute;

const answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive().nullish(),
});

/** Exchanges tokens before they expire. A refresh token works once, so a row is exchanged by one process alone. */
export function createExchange(parts: ExchangeParts): Loop {
  return createLoop(async () => {
    try {
      while (await exchangeNext(parts));
    } catch (error) {
      parts.logger.warn({ cause: messageOf(error) }, 'a Slack token was not exchanged yet');
    }
    return lookEvery;
  });
}

/** Takes one token that is due; false when there is none. */
async function exchangeNext(parts: ExchangeParts): Promise<boolean> {
  const { database, box, store } = parts;
  const claimed = await claim(database);
  if (!claimed?.refreshToken) return false;
  const { workspace, refreshToken } = claimed;
  const tokens = await exchange(parts, box.open(refreshToken, refreshAbout(workspace)));
  await database.trip(({ tx, now }) =>
    tx.slackInstallation.updateMany({
      // Installed again meanwhile: those tokens are newer than ours.
      where: { workspace, refreshToken },
      data: {
        botToken: box.seal(tokens.bot, botAbout(workspace)),
        ...(tokens.refresh && { refreshToken: box.seal(tokens.refresh, refreshAbout(workspace)) }),
        expiresAt: tokens.expiresAt,
        dueAt: tokens.expiresAt && exchangeAt(now, tokens.expiresAt),
      },
    }),
  );
  store.forget();
  return true;
}

/** The row is ours until the lease is over: whoever asks meanwhile finds it due later. */
function claim(database: Database) {
  return database.trip(async ({ tx, now }) => {
    const [due] = await tx.$queryRaw<{ workspace: string }[]>`
      SELECT workspace FROM slack_installation WHERE "dueAt" <= ${now} AND state = 'active'
      ORDER BY "dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return null;
    return tx.slackInstallation.update({
      where: { workspace: due.workspace },
      data: { dueAt: plus(now, lease) },
    });
  });
}

async function exchange({ api, client, clock }: ExchangeParts, refresh: string): Promise<Tokens> {
  const raw = await api.call('oauth.v2.access', null, {
    client_id: client.id,
    client_secret: client.secret,
    grant_type: 'refresh_token',
    refresh_token: refresh,
  });
  const fresh = answer.parse(raw);
  const expiresAt = fresh.expires_in ? plus(clock.now(), fresh.expires_in * second) : null;
  return { bot: fresh.access_token, refresh: fresh.refresh_token ?? refresh, expiresAt };
}
