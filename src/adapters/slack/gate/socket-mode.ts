import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import { second } from '../../../shared/time.ts';
import type { Ack, Deliver } from './bolt-app.ts';
import { readPayload } from './payloads.ts';
import { createLine, type SocketEnvelope, type SocketLine } from './socket-line.ts';

export interface SocketModeParts {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly deliver: Deliver;
  readonly logger: Logger;
  /** There was a time without any line: what happened in it may never be told. */
  readonly onGap: () => void;
  /** 30 seconds when left out. */
  readonly silenceMilliseconds?: number | undefined;
}

/** Slack's events without a public address: we call Slack, and it talks back over the line. */
export interface SocketMode {
  start(): void;
  /** Takes no new envelope and waits for those underway. */
  stop(): Promise<void>;
  /** "up", or what is the matter in a few words. */
  health(): string;
}

const longestPause = 15 * second;

/**
 * Keeps one line open, a fresh one before Slack closes the old, and after a failure with growing pauses (at once,
 * 0.25 s … 15 s). An envelope is acknowledged only once it is written down; one that is not comes again.
 */
export function listenBySocket(parts: SocketModeParts): SocketMode {
  const { logger, onGap, silenceMilliseconds = 30 * second } = parts;
  const intake = createIntake(parts);
  let current: SocketLine | null = null;
  let isOpening = false;
  let isStopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

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
    else if (current !== line) timer = setTimeout(() => void open(), pauseAfter(failures)).unref();
  }

  function newLine(): SocketLine {
    const line = createLine({
      ...parts,
      silenceMilliseconds,
      onEnvelope: intake.take,
      onLeaving: () => void open(),
      onOver: () => {
        if (current !== line) return;
        current = null;
        onGap();
        void open();
      },
    });
    return line;
  }

  return {
    start: () => void open(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      // What is being written down may still be acknowledged.
      await intake.stop();
      current?.close();
    },
    health: () => (current ? 'up' : 'Socket Mode is not connected'),
  };
}

function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestPause, 125 * 2 ** Math.min(failures, 10));
}

/** Takes envelopes until it is stopped, and then waits for those underway. */
function createIntake(parts: SocketModeParts) {
  const underway = new Set<Promise<void>>();
  let isStopped = false;
  return {
    take(envelope: SocketEnvelope): void {
      if (isStopped) return;
      const taking = takeEnvelope(parts, envelope).finally(() => underway.delete(taking));
      underway.add(taking);
    },
    async stop(): Promise<void> {
      isStopped = true;
      await Promise.all(underway);
    },
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
