import { readFile } from 'node:fs/promises';
import { practiceStart } from '../../../src/adapters/practice/clock/practice-clock.ts';
import { openRoom, type PracticeRoom } from '../../../src/adapters/practice/open-room.ts';
import type { RoomParts } from '../../../src/adapters/practice/room/room-parts.ts';
import { createChangeSignal } from '../../../src/adapters/practice/send/change-signal.ts';
import { createPracticeSurface } from '../../../src/adapters/practice/send/practice-surface.ts';
import { readSetup } from '../../../src/setup/setup.ts';
import { createWorld, type World } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { serve } from '../../harness/serve.ts';

/** The practice room over the real world, in memory, its clock standing still between requests. */
export interface TestRoom {
  readonly ports: TestPorts;
  readonly world: World;
  readonly parts: RoomParts;
  readonly url: string;
  readonly complaints: readonly string[];
  /** Opens the page as a browser does: its cookie, its token and its markup. */
  visit(path?: string): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly markup: string;
  readonly cookie: string;
  readonly csrf: string;
  /** Sends a form of this page; a fetch, not a navigation. */
  send(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** Opens the room with these examples; Northwind alone when none are named. */
export async function openTestRoom(
  more: Partial<RoomParts> = {},
  examples: readonly string[] = ['northwind'],
): Promise<TestRoom> {
  const ports = await openTestDatabase(practiceStart);
  const { logger, list: complaints } = createComplaints();
  const signal = createChangeSignal();
  const surfaces = { connected: [], everywhere: createPracticeSurface(signal) };
  const world = createWorld({ ...ports, logger, surfaces });
  const setups = await Promise.all(
    examples.map(async name => {
      const file = `examples/${name}.setup.yaml`;
      return readSetup(await readFile(file, 'utf8'), file);
    }),
  );
  // The real time of the room's rate limit runs an hour a request here; one test has its own.
  let hours = 0;
  const hurried = {
    now: () => {
      hours += 1;
      return new Date(hours * 3_600_000);
    },
  };
  const parts: RoomParts = {
    world,
    clock: ports.clock,
    real: hurried,
    signal,
    logger,
    host: '127.0.0.1',
    setups,
    ...more,
  };
  const room: PracticeRoom = await openRoom(parts);
  await world.engine.runUntilIdle();
  const server = await serve({
    ports,
    logger,
    lastCycleAt: () => world.engine.lastCycleAt(),
    mounts: [room],
  });
  return {
    ports,
    world,
    parts,
    url: server.url,
    complaints,
    visit: (path = '/') => visit(server.url, path),
    close: async () => {
      room.close();
      await server.close();
      await world.sender.stop();
      await ports.database.close();
    },
  };
}

async function visit(url: string, path: string): Promise<Visit> {
  const response = await fetch(url + path);
  const markup = await response.text();
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const csrf = /name="csrf" content="(\w+)"/.exec(markup)?.[1] ?? '';
  return {
    markup,
    cookie,
    csrf,
    send: (to, fields, headers = {}) =>
      fetch(url + to, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie,
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        body: new URLSearchParams({ csrf, ...fields }).toString(),
      }),
  };
}
