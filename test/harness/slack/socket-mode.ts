import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import WebSocket from 'ws';
import {
  type Envelope,
  type Handed,
  type Patience,
  slackPatience,
  type Transport,
  type Try,
} from './towards-us.ts';

interface Connection {
  readonly socket: WebSocket;
  readonly appToken: string;
  /** A silent one looks open and says nothing: no pings, no envelopes. */
  isSilent: boolean;
}

interface Waiting {
  readonly settle: (body: string) => void;
}

/** How a connection ends: with a word first, or by falling silent while it looks open. */
export type Ending = 'warning' | 'refresh_requested' | 'too_many_websockets' | 'silent' | 'reset';

const mostConnections = 10;

/** Slack's side of Socket Mode: hello, envelopes, acknowledgements, pings and disconnects. */
export class SocketMode implements Transport {
  private readonly server = new WebSocket.Server({ noServer: true });
  private readonly connections = new Set<Connection>();
  private readonly tickets = new Map<string, string>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly newcomers = new Set<() => void>();
  private count = 0;
  private turn = 0;
  private readonly pings: NodeJS.Timeout;
  patience: Patience = slackPatience;
  /** How often a connection was opened since the start. */
  opened = 0;

  constructor(pingMilliseconds = 5_000) {
    this.pings = setInterval(() => {
      for (const { socket, isSilent } of this.connections) if (!isSilent) socket.ping();
    }, pingMilliseconds);
    this.pings.unref();
  }

  /** A single-use path for a WebSocket of this app. */
  newPath(appToken: string): string {
    this.count += 1;
    const ticket = `ticket-${this.count}`;
    this.tickets.set(ticket, appToken);
    return `/link/?ticket=${ticket}&app_id=A0HANDRAIL`;
  }

  /** Takes an HTTP upgrade over; a wrong or used ticket is turned away. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'http://fake').searchParams.get('ticket') ?? '';
    const appToken = this.tickets.get(ticket);
    if (appToken === undefined || this.connections.size >= mostConnections) {
      socket.destroy();
      return;
    }
    this.tickets.delete(ticket);
    this.server.handleUpgrade(request, socket as never, head, opened => {
      this.welcome({ socket: opened, appToken, isSilent: false });
    });
  }

  /** How many connections are open and answer. */
  get size(): number {
    return [...this.connections].filter(({ isSilent }) => !isSilent).length;
  }

  /** Resolves as soon as a connection is open. */
  async connected(): Promise<void> {
    if (this.size > 0) return;
    await new Promise<void>(done => this.newcomers.add(done));
  }

  /** Ends every connection in one way; a silent one stays open and says nothing more. */
  end(how: Ending): void {
    for (const connection of this.connections) {
      const { socket } = connection;
      if (how === 'silent') connection.isSilent = true;
      else if (how === 'reset') socket.terminate();
      else socket.send(JSON.stringify({ type: 'disconnect', reason: how, debug_info: {} }));
      if (how !== 'silent') this.connections.delete(connection);
    }
  }

  /** Hands an envelope to any connection, and again to any when it is not acknowledged in time. */
  async hand(envelope: Envelope): Promise<Handed> {
    const tries = [await this.once(envelope, 0)];
    for (const pause of this.patience.pauses) {
      if (tries.at(-1)?.acked) break;
      await new Promise(done => setTimeout(done, pause));
      tries.push(await this.once(envelope, tries.length));
    }
    const last = tries.at(-1);
    return { acked: last?.acked ?? false, tries, body: last?.body ?? '' };
  }

  close(): void {
    clearInterval(this.pings);
    for (const { socket } of this.connections) socket.terminate();
    this.connections.clear();
    this.server.close();
  }

  private welcome(connection: Connection): void {
    const { socket } = connection;
    this.connections.add(connection);
    this.opened += 1;
    socket.on('close', () => this.connections.delete(connection));
    socket.on('error', () => this.connections.delete(connection));
    socket.on('message', data => {
      if (!connection.isSilent) this.hear(String(data));
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.connections.size,
        connection_info: { app_id: 'A0HANDRAIL' },
        debug_info: { host: 'fake', approximate_connection_time: 18_060 },
      }),
    );
    for (const tell of this.newcomers) tell();
    this.newcomers.clear();
  }

  private hear(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text) as {
      envelope_id?: string;
      payload?: unknown;
    };
    const waiting = this.waiting.get(id ?? '');
    if (!id || !waiting) return;
    this.waiting.delete(id);
    waiting.settle(payload === undefined ? '' : JSON.stringify(payload));
  }

  private async once({ type, payload }: Envelope, retry: number): Promise<Try> {
    const begun = performance.now();
    const milliseconds = () => performance.now() - begun;
    const open = [...this.connections];
    this.turn += 1;
    const chosen = open[this.turn % Math.max(1, open.length)];
    if (!chosen) return { status: null, milliseconds: milliseconds(), acked: false, body: '' };
    this.count += 1;
    const envelopeId = `envelope-${this.count}`;
    const answer = new Promise<string | null>(done => {
      const timer = setTimeout(() => done(null), this.patience.ackMilliseconds);
      this.waiting.set(envelopeId, {
        settle: body => {
          clearTimeout(timer);
          done(body);
        },
      });
    });
    const again = retry > 0 && { retry_attempt: retry, retry_reason: 'timeout' };
    const frame = { envelope_id: envelopeId, type, payload, accepts_response_payload: true };
    if (!chosen.isSilent) chosen.socket.send(JSON.stringify({ ...frame, ...again }));
    const body = await answer;
    this.waiting.delete(envelopeId);
    const acked = body !== null;
    return { status: acked ? 200 : null, milliseconds: milliseconds(), acked, body: body ?? '' };
  }
}
