import { z } from 'zod';
import type { Clock } from '../../../shared/clock.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { minute, since } from '../../../shared/time.ts';
import type { Installation } from './installation.ts';
import type { WebApi } from './web-api.ts';
import { within } from './within.ts';

/** What Slack says of a user. */
export interface Acquaintance {
  readonly name: string;
  readonly timeZone: string | null;
  readonly isGuest: boolean;
  readonly isBot: boolean;
  readonly team: string | null;
  readonly enterprise: string | null;
}

/** Slack's users, as far as we have asked. */
export interface Directory {
  /** What Slack says of this user, waited for at most 800 ms; null when it does not say so in time. */
  find(installation: Installation, user: string): Promise<Acquaintance | null>;
  /** Their name if we know it already; else it is asked for, for the next time. */
  nameOf(installation: Installation, user: string): string | null;
}

export interface DirectoryParts {
  readonly api: WebApi;
  readonly clock: Clock;
  readonly logger: Logger;
}

const budgetMilliseconds = 800;
const goodFor = 10 * minute;
const badFor = minute / 2;
const mostKept = 20_000;

const answer = z.object({
  user: z.object({
    team_id: z.string().nullish(),
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    tz: z.string().nullish(),
    is_bot: z.boolean().nullish(),
    is_restricted: z.boolean().nullish(),
    is_ultra_restricted: z.boolean().nullish(),
    profile: z
      .object({ display_name: z.string().nullish(), real_name: z.string().nullish() })
      .nullish(),
    enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
  }),
});

interface Kept {
  readonly at: Date;
  readonly found: Acquaintance | null;
}

/** Asks `users.info` once for many questions, and remembers that it could not be asked for half a minute. */
export function createDirectory({ api, clock, logger }: DirectoryParts): Directory {
  const kept = new Map<string, Kept>();
  const underway = new Map<string, Promise<Acquaintance | null>>();

  function fresh(key: string): Kept | null {
    const known = kept.get(key);
    if (!known) return null;
    const isFresh = since(known.at, clock.now()) < (known.found ? goodFor : badFor);
    return isFresh ? known : null;
  }

  async function ask({ token }: Installation, user: string): Promise<Acquaintance | null> {
    try {
      return acquaintanceFrom(await api.call('users.info', token, { user }));
    } catch (error) {
      logger.debug({ cause: messageOf(error) }, 'Slack did not say who a user is');
      return null;
    }
  }

  function look(installation: Installation, user: string): Promise<Acquaintance | null> {
    const key = `${installation.workspace}/${user}`;
    const asked = underway.get(key);
    if (asked) return asked;
    const asking = ask(installation, user).then(found => {
      underway.delete(key);
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, { at: clock.now(), found: found ?? kept.get(key)?.found ?? null });
      return found;
    });
    underway.set(key, asking);
    return asking;
  }

  return {
    async find(installation, user) {
      const known = fresh(`${installation.workspace}/${user}`);
      if (known) return known.found;
      return within(look(installation, user), budgetMilliseconds);
    },
    nameOf(installation, user) {
      const key = `${installation.workspace}/${user}`;
      if (!fresh(key)) void look(installation, user);
      return kept.get(key)?.found?.name ?? null;
    },
  };
}

function acquaintanceFrom(raw: unknown): Acquaintance | null {
  const parsed = answer.safeParse(raw);
  if (!parsed.success) return null;
  const { user } = parsed.data;
  const { profile } = user;
  const name = profile?.display_name || profile?.real_name || user.real_name || user.name;
  return {
    name: name || 'somebody',
    timeZone: user.tz ?? null,
    isBot: user.is_bot === true,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    team: user.team_id ?? null,
    enterprise: user.enterprise_user?.enterprise_id ?? null,
  };
}
