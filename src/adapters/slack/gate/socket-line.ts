import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from '../../../shared/logger.ts';
import { second } from '../../../shared/time.ts';
import { sdkLogger } from '../workspace/sdk-logger.ts';

/** One envelope of Socket Mode, and how to acknowledge it. */
export interface SocketEnvelope {
  readonly body: unknown;
  ack(response?: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface LineParts {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly logger: Logger;
  /** A connection that says nothing for so long is taken for dead. Slack pings every few seconds. */
  readonly silenceMilliseconds: number;
  readonly onEnvelope: (envelope: SocketEnvelope) => void;
  /** Slack will close it soon: another one is opened before that. */
  readonly onLeaving: () => void;
  /** It is over, whoever ended it. Called once. */
  readonly onOver: () => void;
}

/** One connection to Slack. */
export interface SocketLine {
  /** Resolves when Slack has said hello; rejects when it does not. */
  open(): Promise<void>;
  close(): void;
  isOver(): boolean;
}

const helloMilliseconds = 10 * second;
/** Frames that the SDK shows nobody; they tell of every WebSocket of this process, and ours are the only ones. */
const frameChannels = ['undici:websocket:ping', 'undici:websocket:pong'];

/** A client of which nothing comes out as an unhandled rejection, whatever Slack sends. */
class ContainedClient extends SocketModeClient {
  onFrame: (type: string | null) => 'go on' | 'leave' = () => 'go on';
  onBadFrame: () => void = () => {};

  protected override async onWebSocketMessage(
    data: string | ArrayBuffer,
    isBinary: boolean,
  ): Promise<void> {
    if (this.onFrame(typeOf(data)) === 'leave') return;
    try {
      await super.onWebSocketMessage(data, isBinary);
    } catch {
      // 3.1.0 throws on events without a type of their own, such as app_rate_limited.
      this.onBadFrame();
    }
  }
}

function typeOf(data: string | ArrayBuffer): string | null {
  if (typeof data !== 'string' || data.length > 2_000) return null;
  return /^\{[^{}]*"type":\s*"(\w+)"/.exec(data)?.[1] ?? null;
}

/**
 * Opens one connection and watches it: no frame for too long, not even a ping, and it is closed. It never
 * reconnects by itself, for the SDK's own way of doing so waits five seconds and may throw where nobody catches.
 */
export function createLine(parts: LineParts): SocketLine {
  const { logger, silenceMilliseconds } = parts;
  const client = newClient(parts);
  let isOver = false;
  let watchdog: NodeJS.Timeout | undefined;

  const sign = (): void => {
    clearTimeout(watchdog);
    if (!isOver) watchdog = setTimeout(end, silenceMilliseconds).unref();
  };

  function end(): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(watchdog);
    for (const name of frameChannels) unsubscribe(name, sign);
    client.disconnect().catch(() => {});
    parts.onOver();
  }

  client.onFrame = type => {
    sign();
    if (type !== 'disconnect') return 'go on';
    parts.onLeaving();
    return 'leave';
  };
  client.onBadFrame = () => logger.debug({}, 'Slack sent a frame that its own client cannot read');
  client.on('slack_event', (envelope: SocketEnvelope) => parts.onEnvelope(envelope));
  client.on('disconnected', end);
  client.on('error', end);

  return {
    async open() {
      const late = setTimeout(end, helloMilliseconds).unref();
      try {
        await new Promise<void>((resolve, reject) => {
          client.once('disconnected', () => reject(new Error('closed before it was open')));
          client.start().then(() => {
            // Ended while it was being opened: the SDK has opened it all the same.
            if (isOver) client.disconnect().catch(() => {});
            resolve();
          }, reject);
        });
        if (isOver) throw new Error('ended while it was being opened');
        for (const name of frameChannels) subscribe(name, sign);
        sign();
      } catch (error) {
        end();
        throw error;
      } finally {
        clearTimeout(late);
      }
    },
    close: end,
    isOver: () => isOver,
  };
}

function newClient({ appToken, apiUrl, logger, silenceMilliseconds }: LineParts): ContainedClient {
  return new ContainedClient({
    appToken,
    autoReconnectEnabled: false,
    serverPingTimeout: silenceMilliseconds,
    logger: sdkLogger(logger),
    clientOptions: {
      ...(apiUrl && { slackApiUrl: apiUrl }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: 5 * second,
    },
  });
}
