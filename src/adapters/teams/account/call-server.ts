import * as http from 'node:http';
import * as https from 'node:https';
import { messageOf } from '../../../shared/errors.ts';

/** One request. The address has been checked by the caller. */
export interface ServerCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Ends the call, whatever it is doing. */
  readonly signal: AbortSignal;
}

/** How a request ended. `unsent` is certain: not a byte of it left this machine. */
export type ServerAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly body: unknown;
    }
  | { readonly kind: 'unsent'; readonly detail: string }
  | { readonly kind: 'lost'; readonly detail: string };

/**
 * A new connection for every request. One that was kept may be closed by the other side in the moment we write to
 * it, and then nobody knows whether the message arrived. TLS sessions are resumed, so it costs one round trip.
 */
const agents = {
  'http:': new http.Agent({ keepAlive: false }),
  'https:': new https.Agent({ keepAlive: false, minVersion: 'TLSv1.2' }),
};

/**
 * Sends one request once: no retry, no redirect, no more of the answer read than it takes. Node's own client and
 * not `fetch`, because it tells whether a request that failed had left: only then is its outcome unknown.
 */
export function callServer(call: ServerCall): Promise<ServerAnswer> {
  return new Promise(resolve => {
    const { url, method, signal } = call;
    const isSecure = url.protocol === 'https:';
    let hasLeft = false;
    const fail = (error: unknown) =>
      resolve({ kind: hasLeft ? 'lost' : 'unsent', detail: reasonOf(error, signal) });
    const options = { method, signal, headers: headersOf(call) };
    const request = isSecure
      ? https.request(url, { ...options, agent: agents['https:'] })
      : http.request(url, { ...options, agent: agents['http:'] });
    request.on('error', fail);
    request.on('response', response => {
      const answered = (body: unknown) =>
        resolve({ kind: 'answered', ...statusOf(response), body });
      // The status is the verdict; an answer that breaks off behind it changes nothing.
      readBody(response).then(answered, () => answered(null));
    });
    request.on('socket', socket => {
      const write = () => {
        hasLeft = true;
        request.end(call.body ?? undefined);
      };
      if (socket.connecting) socket.once(isSecure ? 'secureConnect' : 'connect', write);
      else write();
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

const longestBody = 100_000;

/** The answer's JSON; null when it is none, or too long to be one of ours. */
async function readBody(response: http.IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response) {
    length += piece.length;
    if (length > longestBody) {
      response.destroy();
      return null;
    }
    pieces.push(piece);
  }
  return parsed(Buffer.concat(pieces).toString('utf8'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON tells us nothing; the status does.
    return null;
  }
}
