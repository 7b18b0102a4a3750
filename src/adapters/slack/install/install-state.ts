import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../../../shared/database.ts';
import { minute, plus } from '../../../shared/time.ts';

/** What starts an installation: the state goes to Slack and comes back, the cookie stays in the browser. */
export interface Start {
  readonly state: string;
  readonly cookie: string;
}

/** Ties an installation to the browser that began it, once. */
export interface InstallStates {
  begin(): Promise<Start>;
  /** True the first time a state comes back with its own cookie in time. */
  use(state: string, cookie: string): Promise<boolean>;
}

/** As long as somebody needs to press "Allow". */
export const stateLife = 10 * minute;

/**
 * A state is random and signed together with the cookie's value, so that neither is worth anything without the
 * other; its row is deleted when it comes back, so that it works once. `secret` is any key of ours.
 */
export function createInstallStates(database: Database, secret: string): InstallStates {
  const key = createHash('sha256').update(`slack install:${secret}`).digest();
  const sign = (id: string, cookie: string) =>
    createHmac('sha256', key).update(`${id}.${cookie}`).digest('base64url');

  return {
    async begin() {
      const id = randomBytes(24).toString('base64url');
      const cookie = randomBytes(24).toString('base64url');
      await database.trip(async ({ tx, now }) => {
        await tx.slackInstallState.deleteMany({ where: { expiresAt: { lte: now } } });
        await tx.slackInstallState.create({ data: { id, expiresAt: plus(now, stateLife) } });
      });
      return { state: `${id}.${sign(id, cookie)}`, cookie };
    },
    async use(state, cookie) {
      const [id = '', signature = ''] = state.split('.');
      if (!isSame(signature, sign(id, cookie))) return false;
      const { count } = await database.trip(({ tx, now }) =>
        tx.slackInstallState.deleteMany({ where: { id, expiresAt: { gt: now } } }),
      );
      return count === 1;
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given, 'utf8'), Buffer.from(expected, 'utf8')];
  return left.length === right.length && timingSafeEqual(left, right);
}
