import { z } from 'zod';
import type { Config } from '../config.ts';
import { type Finding, fix, note } from './finding.ts';

const health = z.object({ status: z.string(), database: z.string(), engine: z.string() });

/** What a Handrail that already runs with these settings says of itself; null when none answers. */
export async function checkRunning({ host, port }: Config): Promise<Finding | null> {
  const name = host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host;
  try {
    const response = await fetch(`http://${name}:${port}/health/ready`, {
      signal: AbortSignal.timeout(3_000),
    });
    const { status, database, engine } = health.parse(await response.json());
    if (!response.ok) {
      return fix(
        'running',
        `Handrail runs but is ${status}: database ${database}, engine ${engine}. See its log.`,
      );
    }
    const limit =
      'The embedded database lets only one process in, so customers and on-call were not looked at';
    return note(
      'running',
      `Handrail runs here and is ${status}. ${limit}; stop it and run this again to look.`,
    );
  } catch {
    return null; // nobody there, or somebody who is not Handrail: the lock's own message says more
  }
}
