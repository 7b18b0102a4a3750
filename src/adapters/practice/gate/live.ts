import type { Request, Response } from 'express';
import type { Database } from '../../../shared/database.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { ChangeSignal } from '../send/change-signal.ts';

const mostStreams = 20;
const heartbeatMilliseconds = 15_000;
const lookMilliseconds = 2_000;
const gatherMilliseconds = 60;

/** The streams by which open pages learn that something changed. */
export interface Live {
  readonly open: (request: Request, response: Response) => void;
  close(): void;
}

/** Streams over a signal, and over a look at the tables for what nobody signalled. */
export function createLive(signal: ChangeSignal, database: Database): Live {
  const streams = new Set<Response>();
  let gathering: NodeJS.Timeout | null = null;
  let seen = '';

  const write = (text: string) => {
    for (const stream of streams) stream.write(text);
  };
  const stopListening = signal.subscribe(() => {
    gathering ??= setTimeout(() => {
      gathering = null;
      write('event: change\ndata: 1\n\n');
    }, gatherMilliseconds).unref();
  });
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMilliseconds).unref();
  const looking = setInterval(() => {
    if (streams.size > 0) void look();
  }, lookMilliseconds).unref();

  async function look(): Promise<void> {
    // While the store is closing or busy there is nothing to tell.
    const trace = await traceOf(database).catch(() => seen);
    if (trace !== seen) signal.publish();
    seen = trace;
  }

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
      stopListening();
      clearInterval(heartbeat);
      clearInterval(looking);
      if (gathering) clearTimeout(gathering);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}

async function traceOf({ client }: Database): Promise<string> {
  const [row] = await client.$queryRaw<{ trace: string }[]>`
    SELECT concat((SELECT max(seq) FROM event), ' ', (SELECT sum(revision) FROM message), ' ',
      (SELECT max(seq) FROM inbox), ' ', (SELECT count(*) FROM message WHERE state = 'sent'), ' ',
      (SELECT count(*) FROM event)) AS trace`;
  return row?.trace ?? '';
}
