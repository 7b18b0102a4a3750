import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Database } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { second } from '../../shared/time.ts';
import { HttpProblem } from '../api/problem.ts';

const mostStreams = 200;
const lookEvery = 0.4 * second;
const heartbeatEvery = 15 * second;

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
  const streams = new Set<Response>();
  let seen: string | null = null;
  const write = (text: string) => {
    for (const stream of streams) stream.write(text);
  };
  const look = async () => {
    // While the store is closing or busy there is nothing to tell.
    const [row] = await database.trip(trip => trip.run(trace, [])).catch(() => []);
    if (!row) return;
    if (seen !== null && row.trace !== seen) write('event: change\ndata: 1\n\n');
    seen = row.trace;
  };
  const looking = setInterval(() => {
    if (streams.size > 0) void look();
  }, lookEvery).unref();
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatEvery).unref();
  return {
    open(request, response) {
      if (streams.size >= mostStreams)
        throw new HttpProblem([503, 'too-many-streams'], 'Too many pages are open here.', {
          headers: { 'Retry-After': '10' },
        });
      response.set({ 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.flushHeaders();
      response.write('retry: 1500\nevent: change\ndata: 1\n\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
    },
    close() {
      clearInterval(looking);
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
