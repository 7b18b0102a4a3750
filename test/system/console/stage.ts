import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProvider,
  type ProviderConfig,
} from '../../../src/adapters/console/door/provider.ts';
import type { LivedThrough, Rehearse } from '../../../src/adapters/console/look/rehearsal.ts';
import { mountConsole } from '../../../src/adapters/console/mount-console.ts';
import { readConfig } from '../../../src/config.ts';
import { examine } from '../../../src/doctor/examine.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { offerSignIn } from '../../../src/sign-in/offer-sign-in.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { freePort } from '../../harness/free-port.ts';
import { buildCustomer, buildNorthwind, type SetupMapping } from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';

/** The console over a real database, on a port of this machine. */
export interface ConsoleStage {
  readonly ports: TestPorts;
  readonly url: string;
  readonly complaints: readonly string[];
  /** A link for somebody, as the command line shows it. */
  link(personId: string): Promise<string>;
  /** Signs somebody in, and returns a browser that keeps its cookie. */
  enter(personId: string): Promise<Caller>;
  /** When what was begun to be rehearsed is lived through; in this process, as the command line does it. */
  rehearsed(): Promise<void>;
  close(): Promise<void>;
}

/** A browser without a screen: keeps its cookie, and says where its forms come from. */
export interface Caller {
  readonly cookie: () => string;
  get(path: string): Promise<Shown>;
  post(path: string, fields?: Record<string, string>, headers?: Headers): Promise<Shown>;
  /** The token that forms of the page before must send back. */
  readonly csrf: () => string;
}

type Headers = Record<string, string>;

export interface Shown {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly body: string;
  readonly location: string | null;
}

/** Northwind, in its night, and Lakeside, which has another manager. */
export const usualSetup = (): SetupMapping =>
  buildNorthwind({
    customers: [
      buildCustomer(),
      buildCustomer({
        id: 'lakeside',
        transitions: [],
        people: { advocate: 'adv-2', manager: 'adv-2' },
      }),
    ],
  });

/** What is connected: an organisation's accounts, and chats. */
interface Surroundings {
  readonly provider?: ProviderConfig;
  readonly chats?: readonly string[];
}

/** Opens the console, with nobody known where the setup is null; `publicUrl` is where people reach it, this machine when left out; `chats` are those they have. */
export async function openConsoleStage(
  setup: SetupMapping | null = usualSetup(),
  publicUrl?: string,
  { provider, chats = ['Slack'] }: Surroundings = {},
): Promise<ConsoleStage> {
  const ports = await openTestDatabase('2026-03-06T23:30:00Z');
  if (setup) await ports.database.trip(trip => importSetup(trip, setupFrom(setup)));
  const { logger, list: complaints } = createComplaints();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const base = publicUrl ?? url;
  const config = readConfig({ environment: {}, file: 'no-settings' });
  const examineAll = () => examine(ports.database, { config, logger });
  const lived: Promise<void>[] = [];
  const rehearse: Rehearse = (scenario, tell) => {
    lived.push(liveThrough(scenario).then(tell));
  };
  const mounts = [
    mountConsole({
      ports,
      nudge: () => {},
      publicUrl: base,
      provider: provider ? createProvider(provider) : null,
      logger,
      examine: examineAll,
      rehearse,
      chats,
    }),
  ];
  const server = await serve({ ports, logger, port, mounts });
  const link = async (personId: string) => {
    const { address } = await ports.database.trip(trip => offerSignIn(trip, { personId, base }));
    return address.slice(base.length);
  };
  return {
    ports,
    url,
    complaints,
    link,
    enter: async personId => {
      const caller = createCaller(url, base);
      await caller.post(await link(personId));
      return caller;
    },
    rehearsed: async () => {
      await Promise.all(lived);
      // It took this process long: connections that idled too long meanwhile are closed before another is asked for.
      for (let turns = 0; turns < 3; turns += 1) await new Promise(setImmediate);
    },
    close: async () => {
      await server.close();
      await ports.database.close();
    },
  };
}

/** As the command line does it, which is loaded only where somebody rehearses. */
async function liveThrough(scenario: string): Promise<LivedThrough> {
  const { createDesk } = await import('../cli/io.ts');
  const desk = createDesk();
  writeFileSync(join(desk.directory, 'story.yaml'), scenario);
  const { code, out, err } = await desk.run(['rehearse', 'story.yaml', '--json']);
  desk.clear();
  return code === 0 ? { outcome: 'done', transcript: out } : { outcome: 'refused', problem: err };
}

/** A browser that has no cookie yet. Its forms come from `origin`, unless a header says otherwise. */
export function createCaller(url: string, origin: string = url): Caller {
  const jar = new Map<string, string>();
  const cookieNow = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  let csrf = '';
  const send = async (path: string, init: RequestInit): Promise<Shown> => {
    // A line of its own: one that is kept is ended by the server while a rehearsal keeps this process busy.
    const headers = { connection: 'close', ...init.headers };
    const response = await fetch(url + path, { redirect: 'manual', ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0(?:;|$)/.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    const body = await response.text();
    csrf = /name="csrf" value="(\w+)"/.exec(body)?.[1] ?? csrf;
    const { status, headers: said } = response;
    return { status, headers: said, body, location: said.get('location') };
  };
  return {
    cookie: cookieNow,
    csrf: () => csrf,
    get: path => send(path, { headers: { cookie: cookieNow() } }),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: {
          cookie: cookieNow(),
          origin,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        body: new URLSearchParams({ csrf, ...fields }).toString(),
      }),
  };
}
