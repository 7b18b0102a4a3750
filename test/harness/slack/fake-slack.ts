import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import type { Raw } from './check-element.ts';
import { Directory } from './directory.ts';
import { happenings, type Speech, type Spoken, speak } from './events.ts';
import { Faults } from './faults.ts';
import { interactions } from './interactions.ts';
import { type FakeMessage, MessageStore } from './message-store.ts';
import { FileStore } from './methods-files.ts';
import { OAuth } from './oauth.ts';
import { type RateRules, Rates } from './rate.ts';
import { SocketMode } from './socket-mode.ts';
import type { CallRecord, FakeState } from './state.ts';
import {
  createHttpTransport,
  type Envelope,
  type Handed,
  type HttpTarget,
  type Storm,
  storm,
  type Transport,
} from './towards-us.ts';
import { Views } from './views.ts';
import { answerApiCall, readBody } from './web-api.ts';

export interface FakeSlackOptions {
  /** The fake's clock in milliseconds, for a world on virtual time; the real one when left out. */
  readonly now?: () => number;
  /** Seeds everything left to chance. */
  readonly seed?: number;
  readonly rates?: RateRules;
  /** How often Socket Mode connections are pinged. */
  readonly pingMilliseconds?: number;
}

/**
 * Slack on 127.0.0.1: the Web API at `apiUrl`, Socket Mode, and everything it tells an app. Build the world
 * with `directory`, break it with `faults`, look at `calls` and `messages`, and speak to the app through
 * `http(…)` or `socket`:
 *
 *     const slack = await openFakeSlack();
 *     slack.directory.addTeam('T0VEND');
 *     slack.directory.addToken('xoxb-1', 'T0VEND');
 *     const towards = slack.http({ url, signingSecret });
 *     await slack.say(towards, { user: 'U0LEAD', channel: 'C0SHARED', text: 'page' });
 */
export interface FakeSlack extends FakeState {
  /** What the WebClient wants as `slackApiUrl`: "http://127.0.0.1:PORT/api/". */
  readonly apiUrl: string;
  readonly socket: SocketMode;
  /** Bodies sent to response URLs, in order. */
  readonly responses: Raw[];
  /** Hands envelopes to this address, signed as Slack does. */
  http(target: HttpTarget): Transport;
  /** Somebody writes a message, and every event about it is handed over. */
  say(transport: Transport, speech: Speech): Promise<{ message: FakeMessage; handed: Handed[] }>;
  /** Somebody writes a message; its events are returned, for a test that hands them over itself. */
  speak(speech: Speech): Spoken;
  /** What else happens to people, channels and installations. */
  readonly happens: ReturnType<typeof happenings>;
  /** What people press, submit and command. */
  readonly acts: ReturnType<typeof interactions>;
  /** Hands many envelopes over at once, shuffled and repeated as asked. */
  storm(transport: Transport, envelopes: readonly Envelope[], how: Storm): Promise<Handed[]>;
  /** The calls of one method, oldest first. */
  callsOf(method: string): CallRecord[];
  /** Refuses every connection until it comes back, at the same address and with everything it knew. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Ends it; what it knows stays readable. */
  close(): Promise<void>;
}

/** Starts a fake Slack with an empty directory. Close it at the end of the test. */
export async function openFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const { now = Date.now, seed = 1, rates, pingMilliseconds } = options;
  const chance = createSeededRandom(seed);
  const random = () => chance.fraction();
  const directory = new Directory();
  const socket = new SocketMode(pingMilliseconds);
  const responses: Raw[] = [];
  let base = '';
  const state: FakeState = {
    directory,
    messages: new MessageStore(now),
    files: new FileStore(),
    views: new Views(now),
    oauth: new OAuth(directory),
    faults: new Faults(random),
    rates: new Rates(now, rates),
    calls: [],
    ephemerals: [],
    uploadUrl: file => `${base}/upload/v1/${file}`,
    socketUrl: appToken => `${base.replace('http', 'ws')}${socket.newPath(appToken)}`,
    onMessage: () => {},
    now,
  };
  const open = async (port: number) => {
    const opened = createServer((request, response) => {
      answer({ state, responses }, request, response).catch(() => response.destroy());
    });
    opened.on('upgrade', (request, stream, head) => socket.accept(request, stream, head));
    opened.keepAliveTimeout = 60_000;
    base = await listen(opened, port);
    return opened;
  };
  let server = await open(0);
  const stop = async () => {
    socket.end('reset');
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  };

  const speakNow = (speech: Speech) => speak(state, speech);
  return Object.assign(state, {
    apiUrl: `${base}/api/`,
    socket,
    responses,
    http: (target: HttpTarget) => createHttpTransport({ target, now, random }),
    say: async (transport: Transport, speech: Speech) => {
      const { message, envelopes } = speakNow(speech);
      const handed = await Promise.all(envelopes.map(envelope => transport.hand(envelope)));
      return { message, handed };
    },
    speak: speakNow,
    happens: happenings(state),
    acts: interactions(state, () => `${base}/response/${responses.length + 1}`),
    storm: (transport: Transport, envelopes: readonly Envelope[], how: Storm) =>
      storm(transport, envelopes, { ...how, random }),
    callsOf: (method: string) => state.calls.filter(call => call.method === method),
    goDown: stop,
    comeBack: async () => {
      server = await open(Number(new URL(base).port));
    },
    close: async () => {
      socket.close();
      await stop();
    },
  });
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(
  { state, responses }: { state: FakeState; responses: Raw[] },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.startsWith('/response/')) {
    responses.push(JSON.parse(await readBody(request)) as Raw);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ok":true}');
    return;
  }
  const file = state.files.all.get(/^\/upload\/v1\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '');
  if (file) {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    file.bytes = Buffer.concat(parts);
    response.writeHead(file.bytes.length === file.length ? 200 : 400).end('OK');
    return;
  }
  if (request.url?.startsWith('/api/')) return answerApiCall(state, request, response);
  response.writeHead(404).end();
}
