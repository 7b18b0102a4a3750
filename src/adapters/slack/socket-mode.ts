import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { second } from '../../shared/time.ts';
import type { Ack, Deliver } from './bolt-app.ts';
import { readPayload } from './payloads.ts';
import { createLine, type Line, type SocketEnvelope } from './socket-line.ts';

export interface SocketModeParts {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly deliver: Deliver;
  readonly logger: Logger;
  /** 30 seconds when left out. */
  readonly silenceMilliseconds?: number | undefined;
}

/** Slack's events without a public address: we call Slack, and it talks back over the line. */
export interface SocketMode {
  start(): void;
  /** Takes no new envelope and waits for those underway. */
  stop(): Promise<void>;
  /** "up", or what is the matter in a few words. */
  standing(): string;
}

const longestPause = 15 * second;

/**
 * Keeps one line open, a fresh one before Slack closes the old, and after a failure with growing pauses (at once,
 * 0.25 s … 15 s). An envelope is acknowledged only once it is written down; one that is not comes again.
 */
export function listenBySocket(parts: SocketModeParts): SocketMode {
  const { logger, silenceMilliseconds = 30 * second } = parts;
  const underway = new Set<Promise<void>>();
  let current: Line | null = null;
  let isOpening = false;
  let isStopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function take(envelope: SocketEnvelope): void {
    if (isStopped) return;
    const taking = takeEnvelope(parts, envelope).finally(() => underway.delete(taking));
    underway.add(taking);
  }

  async function open(): Promise<void> {
    if (isOpening || isStopped) return;
    isOpening = true;
    clearTimeout(timer);
    const before = current;
    const line = newLine();
    try {
      await line.open();
      if (failures > 0) logger.info({}, 'Socket Mode is connected again');
      failures = 0;
      current = line.isOver() ? null : line;
      before?.close();
    } catch (error) {
      failures += 1;
      if (failures === 1)
        logger.warn({ cause: messageOf(error) }, 'Socket Mode is not connected; trying again');
    }
    isOpening = false;
    if (isStopped) line.close();
    else if (current !== line || failures > 0) again();
  }

  function newLine(): Line {
    const line = createLine({
      ...parts,
      silenceMilliseconds,
      onEnvelope: take,
      onLeaving: () => void open(),
      onOver: () => {
        if (current !== line) return;
        current = null;
        void open();
      },
    });
    return line;
  }

  function again(): void {
    const pause = failures === 0 ? 0 : Math.min(longestPause, 125 * 2 ** Math.min(failures, 10));
    clearTimeout(timer);
    timer = setTimeout(() => void open(), pause).unref();
  }

  return {
    start: () => void open(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      // What is being written down may still be acknowledged.
      await Promise.all(underway);
      current?.close();
    },
    standing: () => (current ? 'up' : 'Socket Mode is not connected'),
  };
}

/** Without an acknowledgement Slack sends the envelope again. */
async function takeEnvelope(
  { deliver, logger }: SocketModeParts,
  { body, ack }: SocketEnvelope,
): Promise<void> {
  try {
    const payload = readPayload(body);
    if (!payload) logger.debug({}, 'Slack sent an envelope that we do not understand');
    const isOurs = payload && payload.kind !== 'other';
    const answer: Ack = isOurs ? await deliver(payload) : undefined;
    await ack(answer);
  } catch (error) {
    const cause = error instanceof Error ? error.name : typeof error;
    logger.warn({ cause }, 'an envelope was not acknowledged; Slack will send it again');
  }
}
