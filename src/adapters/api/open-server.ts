import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { BadInputError, HandrailError } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import { second } from '../../shared/time.ts';
import type { Health } from './health.ts';
import type { Mount } from './mount.ts';
import { mountHealth } from './mount-health.ts';
import { mountLater } from './mount-later.ts';
import { type MetricsParts, mountMetrics } from './mount-metrics.ts';
import { HttpProblem, problemFrom, sendProblem } from './problem.ts';
import type { ApiParts } from './v1/mount-api.ts';

export interface ServerParts extends ApiParts, MetricsParts {
  readonly health: Health;
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
  readonly mounts?: readonly Mount[];
}

export interface OpenServer {
  /** "http://127.0.0.1:3978" */
  readonly url: string;
  readonly port: number;
  /** Takes nothing new, lets what is underway end, and is closed after five seconds at most. */
  close(): Promise<void>;
}

const patience = 5 * second;

/** Serves health, metrics, the API and whatever is mounted, on one port. */
export async function openServer(parts: ServerParts): Promise<OpenServer> {
  const { host, port, mounts = [] } = parts;
  const server = createServer(
    {
      requestTimeout: 15 * second,
      headersTimeout: 10 * second,
      keepAliveTimeout: 5 * second,
      // Node looks for slow ones every 30 s when nothing is said.
      connectionsCheckingInterval: second,
    },
    buildApp(parts),
  );
  server.maxHeadersCount = 100;
  server.on('clientError', refuseMalformed);
  await listen(server, { host, port });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: () => closeServer(server, mounts),
  };
}

function buildApp(parts: ServerParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use((_request, response, next) => {
    response.set('X-Content-Type-Options', 'nosniff');
    next();
  });
  for (const one of parts.mounts ?? []) one.mount(app);
  mountHealth(app, parts);
  mountMetrics(app, parts);
  for (const one of [apiLater(parts), calendarLater(parts)]) one.mount(app);
  app.use(() => {
    throw new HttpProblem([404, 'no-such-address'], 'There is nothing at this address.');
  });
  app.use(answerProblems(parts.logger));
  return app;
}

const apiLater = (parts: ApiParts): Mount =>
  mountLater(['/api'], async () => {
    const { mountApi } = await import('./v1/mount-api.ts');
    return { mount: app => mountApi(app, parts) };
  });

const calendarLater = (parts: ApiParts): Mount =>
  mountLater(['/calendar'], async () => {
    const { mountCalendar } = await import('./mount-calendar.ts');
    return { mount: app => mountCalendar(app, parts) };
  });

// Express knows an error handler by its four parameters.
function answerProblems(logger: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const problem = problemFrom(error);
    if (!(error instanceof HttpProblem) && problem.status >= 500)
      logger.error({ method: request.method, ...faultFacts(error) }, 'a request failed');
    // A body we did not read must not be taken for the next request of the connection.
    if (!request.complete) response.set('Connection', 'close');
    sendProblem(response, problem);
  };
}

// The database's own messages may quote what somebody wrote, so only their kind is logged.
function faultFacts(error: unknown): Record<string, unknown> {
  if (error instanceof HandrailError) return { error: error.code, cause: error.message };
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const place = error.stack
    ?.split('\n')
    .find(line => line.trimStart().startsWith('at '))
    ?.trim();
  return { error: error.name, code, place };
}

/** What is not even HTTP gets a short answer, and the connection ends. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  socket.end(
    'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/problem+json\r\n\r\n' +
      '{"type":"about:blank","title":"Bad Request","status":400,"detail":"This is not a well-formed HTTP request.","code":"malformed-request"}',
  );
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new BadInputError([whyNot(error, `${host}:${port}`)], { cause: error }));
    });
    server.listen({ host, port }, () => resolve());
  });
}

function whyNot(error: NodeJS.ErrnoException, at: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `PORT: something else is already listening on ${at}. Stop it, or choose another port, for example PORT=3979.`;
    case 'EACCES':
      return `PORT: this user may not listen on ${at}. Choose a port above 1023, for example PORT=3978.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: ${at} is not an address of this machine. Use HOST=127.0.0.1, or HOST=0.0.0.0 for every interface.`;
    default:
      return `PORT: cannot listen on ${at}: ${error.message}`;
  }
}

function closeServer(server: Server, mounts: readonly Mount[]): Promise<void> {
  return new Promise(resolve => {
    const giveUp = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    for (const one of mounts) one.close?.();
    server.closeIdleConnections();
  });
}
