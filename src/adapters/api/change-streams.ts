import type { Request, Response } from 'express';
import { second } from '../../shared/time.ts';
import { HttpProblem } from './problem.ts';

const heartbeatEvery = 15 * second;
const change = 'event: change\ndata: 1\n\n';

/** Open pages that are told when something changed (server-sent events). */
export interface ChangeStreams {
  readonly open: (request: Request, response: Response) => void;
  readonly isEmpty: () => boolean;
  /** Says to all of them that something changed. */
  readonly tell: () => void;
  close(): void;
}

/** No more than `most` at once; each is told once when it begins, and kept alive. */
export function createChangeStreams(most: number): ChangeStreams {
  const streams = new Set<Response>();
  const write = (text: string) => {
    for (const stream of streams) stream.write(text);
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatEvery).unref();
  return {
    open(_request, response) {
      // They may have left while this was loaded, or they were let in; then nothing tells us so any more.
      if (response.destroyed) return;
      if (streams.size >= most)
        throw new HttpProblem([503, 'too-many-streams'], 'Too many pages are open here.', {
          headers: { 'Retry-After': '10' },
        });
      response.set({ 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.flushHeaders();
      response.write(`retry: 1500\n${change}`);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    isEmpty: () => streams.size === 0,
    tell: () => write(change),
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
