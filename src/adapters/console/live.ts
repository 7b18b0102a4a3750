import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Database } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { second } from '../../shared/time.ts';
import { createChangeStreams } from '../api/change-streams.ts';

const mostStreams = 200;
const lookEvery = 0.4 * second;

/** The streams by which open pages learn that something changed, whichever process changed it. */
export interface Live {
  readonly open: (request: Request, response: Response) => void;
  close(): void;
}

// Whatever happens leaves a fact, a message or an entry of the audit: the ends of three indexes.
const trace = statement(
  'console-trace',
  `SELECT concat((SELECT max(seq) FROM event), ' ', (SELECT max(seq) FROM message), ' ', (SELECT max(seq) FROM audit)) AS trace`,
  z.object({ trace: z.string() }),
);

/** Streams over a look at the tables, which is taken only while somebody has a page open. */
export function createLive(database: Database): Live {
  const streams = createChangeStreams(mostStreams);
  let seen: string | null = null;
  const look = async () => {
    // While the store is closing or busy there is nothing to tell.
    const [row] = await database.trip(trip => trip.run(trace, [])).catch(() => []);
    if (!row) return;
    if (seen !== null && row.trace !== seen) streams.tell();
    seen = row.trace;
  };
  const looking = setInterval(() => {
    if (!streams.isEmpty()) void look();
  }, lookEvery).unref();
  return {
    open: streams.open,
    close() {
      clearInterval(looking);
      streams.close();
    },
  };
}
