import type { Request, Response } from 'express';
import type { Database } from '../../../shared/database.ts';
import { createChangeStreams } from '../../api/change-streams.ts';
import type { ChangeSignal } from '../send/change-signal.ts';

const mostStreams = 20;
const lookMilliseconds = 2_000;
const gatherMilliseconds = 60;

/** The streams by which open pages learn that something changed. */
export interface Live {
  readonly open: (request: Request, response: Response) => void;
  close(): void;
}

/** Streams over a signal, and over a look at the tables for what nobody signalled. */
export function createLive(signal: ChangeSignal, database: Database): Live {
  const streams = createChangeStreams(mostStreams);
  let gathering: NodeJS.Timeout | null = null;
  let seen = '';

  const stopListening = signal.subscribe(() => {
    gathering ??= setTimeout(() => {
      gathering = null;
      streams.tell();
    }, gatherMilliseconds).unref();
  });
  const looking = setInterval(() => {
    if (!streams.isEmpty()) void look();
  }, lookMilliseconds).unref();

  async function look(): Promise<void> {
    // While the store is closing or busy there is nothing to tell.
    const trace = await traceOf(database).catch(() => seen);
    if (trace !== seen) signal.publish();
    seen = trace;
  }

  return {
    open: streams.open,
    close() {
      stopListening();
      clearInterval(looking);
      if (gathering) clearTimeout(gathering);
      streams.close();
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
