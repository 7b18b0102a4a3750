import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { messageOf } from '../../shared/errors.ts';

/** One request. The address has been checked by the caller. */
export interface ServerCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Ends the call, whatever it is doing. */
  readonly signal: AbortSignal;
  /** Asked in the moment in which the first byte would leave; it may be too late by then. Left out, it never is. */
  readonly mayLeave?: (() => boolean) | undefined;
  /** The connection may be used again: for calls whose outcome can be looked up when it breaks. */
  readonly keepsConnection?: true;
  /** How much of an answer is read, in characters; 100,000 when left out. */
  readonly longestAnswer?: number;
  /** What the name of a host stands for; asked for every new connection. The system's own way when left out. */
  readonly lookup?: LookupFunction;
}

/** How a request ended. `unsent` is certain: not a byte of it left this machine. */
export type ServerAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      /** Its JSON; null when it is none, or too long to be one of ours. */
      readonly body: unknown;
      readonly text: string;
    }
  | { readonly kind: 'unsent'; readonly detail: string }
  | { readonly kind: 'lost'; readonly detail: string };

/**
 * Unless asked otherwise, a new connection for every request. One that was kept may be closed by the other side in the moment we write to
 * it, and then nobody knows whether the message arrived. TLS sessions are resumed, so it costs one round trip.
 */
const agentsFor = (keepAlive: boolean) => ({
  'http:': new http.Agent({ keepAlive }),
  'https:': new https.Agent({ keepAlive, minVersion: 'TLSv1.2' }),
});

const fresh = agentsFor(false);
const kept = agentsFor(true);

/**
 * Sends one request once: no retry, no redirect, no more of the answer read than it takes. Node's own client and
 * not `fetch`, because it tells whether a request that failed had left: only then is its outcome unknown.
 */
export function callServer(call: ServerCall): Promise<ServerAnswer> {
  return new Promise(resolve => {
    const { url, method, signal, mayLeave = () => true } = call;
    const agents = call.keepsConnection ? kept : fresh;
    const isSecure = url.protocol === 'https:';
    let hasLeft = false;
    const fail = (error: unknown) =>
      resolve({ kind: hasLeft ? 'lost' : 'unsent', detail: reasonOf(error, signal) });
    const { lookup } = call;
    const options = { method, signal, headers: headersOf(call), ...(lookup && { lookup }) };
    const request = isSecure
      ? https.request(url, { ...options, agent: agents['https:'] })
      : http.request(url, { ...options, agent: agents['http:'] });
    request.on('error', fail);
    request.on('response', response => {
      const answered = (text: string) =>
        resolve({ kind: 'answered', ...statusOf(response), body: parsed(text), text });
      // The status is the verdict; an answer that breaks off behind it changes nothing.
      readText(response, call.longestAnswer).then(answered, () => answered(''));
    });
    request.on('socket', socket => {
      const write = () => {
        if (!mayLeave()) {
          request.destroy(new Error('it was too late to begin'));
          return;
        }
        hasLeft = true;
        request.end(call.body ?? undefined);
      };
      if (socket.connecting) socket.once(isSecure ? 'secureConnect' : 'connect', write);
      // One that is destroyed already could not even look up its host: the error is on its way.
      else if (!socket.destroyed) write();
    });
  });
}

function headersOf({ headers, body }: ServerCall): http.OutgoingHttpHeaders {
  const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
  return { accept: 'application/json', ...length, ...headers };
}

function statusOf({ statusCode = 0, headers }: http.IncomingMessage) {
  return { status: statusCode, retryAfter: headers['retry-after'] ?? null };
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  return signal.aborted ? 'no answer in time' : messageOf(error);
}

/** The answer as it came; empty when it is longer than one of ours may be. */
async function readText(response: http.IncomingMessage, longest = 100_000): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response) {
    length += piece.length;
    if (length > longest) {
      response.destroy();
      return '';
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON tells us nothing; the status does.
    return null;
  }
}
