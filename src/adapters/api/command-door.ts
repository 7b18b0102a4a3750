import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type IRouter } from 'express';
import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';
import type { Database } from '../../shared/database.ts';
import { isLoopback } from '../../shared/loopback.ts';
import { refuseMethod } from './methods.ts';
import { HttpProblem } from './problem.ts';
import { createRateLimit } from './rate-limit.ts';
import { bearerOf, hashToken, isSameHash } from './token.ts';

const command = z.strictObject({
  argv: z.array(z.string().max(10_000)).max(1_000),
  /** Files of whoever typed it, by the name they typed; base64. */
  files: z.record(z.string(), z.string()),
});

/** A command line that was typed beside a running Handrail, and the files it names. */
export type SentCommand = z.infer<typeof command>;

/** One piece of what a command says: words, a file to write where it was typed, or how it ended. */
export const saidLine = z.union([
  z.strictObject({ out: z.string() }),
  z.strictObject({ err: z.string() }),
  z.strictObject({ file: z.string(), data: z.string() }),
  z.strictObject({ end: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
]);
export type SaidLine = z.infer<typeof saidLine>;

/** Carries out a command that was typed beside us, over our store. */
export type RunCommand = (
  database: Database,
  command: SentCommand,
  say: (line: SaidLine) => void,
) => Promise<void>;

/** Where a running Handrail takes commands, and what proves that somebody may give them. */
export const doorFile = z.object({ url: z.string(), secret: z.string() });

/** The name of that file in the data directory, which only its owner may read. */
export const doorFileName = 'handrail.door';

/** A door for commands, for whoever may read the data directory. */
export interface CommandDoor {
  mount(app: IRouter): void;
  /** Writes where the door is, and its secret; answers how to take that away again. */
  announce(dataDir: string, url: string): Promise<() => Promise<void>>;
}

interface DoorParts {
  readonly clock: Clock;
  run(command: SentCommand, say: (line: SaidLine) => void): Promise<void>;
}

export const commandPath = '/commands';
const bodyLimit = '150mb';

/** A door with a new secret. It opens for this machine alone. */
export function createCommandDoor({ clock, run }: DoorParts): CommandDoor {
  const secret = randomBytes(32).toString('base64url');
  const strangers = createRateLimit({ burst: 10, perSecond: 1 });
  const isOwner = (header: string | undefined) =>
    isSameHash(hashToken(bearerOf(header) ?? ''), hashToken(secret));
  return {
    mount(app) {
      app
        .route(commandPath)
        .post(
          (request, _response, next) => {
            const address = request.socket.remoteAddress ?? '';
            if (isLoopback(address) && isOwner(request.headers.authorization)) return next();
            const { waitSeconds } = strangers.take(address, clock.now());
            throw waitSeconds > 0
              ? new HttpProblem([429, 'too-many'], 'Too many requests.')
              : new HttpProblem([404, 'no-such-address'], 'There is nothing at this address.');
          },
          express.json({ limit: bodyLimit, inflate: false }),
          async (request, response) => {
            const sent = command.safeParse(request.body);
            if (!sent.success) throw new HttpProblem([422, 'invalid-body'], 'This is no command.');
            response.status(200).type('application/x-ndjson');
            await run(sent.data, line => void response.write(`${JSON.stringify(line)}\n`));
            response.end();
          },
        )
        .all(refuseMethod('POST'));
    },
    async announce(dataDir, url) {
      const file = join(dataDir, doorFileName);
      await rm(file, { force: true });
      await writeFile(file, JSON.stringify({ url, secret }), { mode: 0o600 });
      return () => rm(file, { force: true });
    },
  };
}
