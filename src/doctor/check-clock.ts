import type { Database } from '../shared/database.ts';
import { type Finding, fine, fix } from './finding.ts';

const mostSkewSeconds = 5;

/** The machine's clock beside the database's: with two clocks apart, pages climb early or late. */
export async function checkClock({ client }: Database, now: () => Date): Promise<Finding> {
  const before = now();
  const [row] = await client.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM clock_timestamp())::float8 AS seconds`;
  const after = now();
  const here = (before.getTime() + after.getTime()) / 2_000;
  const apart = Math.abs(Number(row?.seconds ?? here) - here);
  if (before.getUTCFullYear() < 2025) {
    return fix('clock', `this machine says it is ${before.toISOString()}. Set its clock.`);
  }
  if (apart > mostSkewSeconds) {
    const what = `this machine and the database are ${Math.round(apart)} seconds apart`;
    return fix('clock', `${what}. Let both follow the same time server.`);
  }
  return fine('clock', `${before.toISOString()}, in step with the database.`);
}
