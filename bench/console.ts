import { Client } from 'pg';
import { mountConsole } from '../src/adapters/console/mount-console.ts';
import type { MovableClock } from '../src/shared/clock.ts';
import type { Ports } from '../src/shared/database.ts';
import { offerSignIn } from '../src/sign-in/offer-sign-in.ts';
import { freePort } from '../test/harness/free-port.ts';
import { openTestPostgres } from '../test/harness/postgres.ts';
import { serve } from '../test/harness/serve.ts';
import { createCaller } from '../test/system/console/stage.ts';
import { percentiles, report, timeEach } from './figures.ts';
import { fillWithManaged } from './large-world.ts';
import { openBenchDatabase, silent } from './world.ts';

const customers = 1_000;

/** A hundred facts and ten pages a customer, most of them long over. */
const history = [
  `INSERT INTO event (id, "customerId", kind, visibility, at, "recordedAt", text, data, "authorId")
   SELECT 'h' || n || '-' || m, 'c' || n, 'note', CASE WHEN m % 2 = 0 THEN 'shared' ELSE 'internal' END,
     timestamptz '2026-04-01 09:00Z' - m * interval '5 hours', '2026-04-01', 'Something that happened, told in a sentence of usual length.', '{}', 'adv-1'
   FROM generate_series(1, ${customers}) AS n, generate_series(1, 97) AS m`,
  `INSERT INTO page (id, "customerId", state, "raisedBy", reason, "isShared", "raisedAt", policy, "acknowledgedAt", "resolvedAt", "ownerId")
   SELECT 'x' || n || '-' || m, 'c' || n, 'resolved', 'customer', 'It was down, and nobody could post.', true,
     timestamptz '2026-03-31 09:00Z' - m * interval '2 days', '{"levels":[]}', timestamptz '2026-03-31 09:04Z' - m * interval '2 days',
     timestamptz '2026-03-31 10:00Z' - m * interval '2 days', 'adv-1' FROM generate_series(1, ${customers}) AS n, generate_series(1, 9) AS m`,
  'ANALYZE',
];

/** The pages of the console for 1,000 customers, 100,000 facts and 10,000 pages: how long each takes, and how much is sent. */
export async function benchConsole(): Promise<void> {
  const server = await openTestPostgres();
  const ports = await openBenchDatabase({ kind: 'postgres', url: server.url });
  await fillWithManaged(server.url, customers);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  for (const statement of history) await client.query(statement);
  await client.end();
  await timePages(ports);
  await ports.database.close();
  await server.close();
}

async function timePages(ports: Ports & { clock: MovableClock }): Promise<void> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const mounts = [
    mountConsole({
      ports,
      nudge: () => {},
      publicUrl,
      examine: async () => [],
      rehearse: null,
      chats: [],
      provider: null,
      logger: silent,
    }),
  ];
  const server = await serve({ ports, logger: silent, port, mounts });
  const caller = createCaller(publicUrl);
  const wish = { personId: 'mgr-1', base: publicUrl };
  const { address } = await ports.database.trip(trip => offerSignIn(trip, wish));
  await caller.post(address.slice(publicUrl.length));
  for (const [name, pathOf] of Object.entries(paths)) {
    let bytes = 0;
    let refused = 0;
    const began = process.cpuUsage();
    const durations = await timeEach(40, async index => {
      // One person alone asks more often than anybody would: the hours pass in between.
      ports.clock.moveTo(new Date(ports.clock.now().getTime() + 1_000));
      const { status, body } = await caller.get(pathOf(1 + ((index * 37) % customers)));
      bytes = Math.max(bytes, Buffer.byteLength(body));
      if (status !== 200) refused += 1;
    });
    const { p50, p95 } = percentiles(durations);
    const { user, system } = process.cpuUsage(began);
    // Ours without the database's, whatever else the machine does; the warm-up and the asking side included.
    const processor_ms = (user + system) / 1_000 / (durations.length * 1.1);
    report(`console, ${name}`, {
      p50_ms: p50,
      p95_ms: p95,
      processor_ms,
      most_bytes: bytes,
      refused,
    });
  }
  await server.close();
}

const paths: Readonly<Record<string, (customer: number) => string>> = {
  portfolio: () => '/console',
  'portfolio, by name': customer => `/console?q=${customer}`,
  customer: customer => `/console/customers/c${customer}`,
  transition: customer => `/console/customers/c${customer}/transitions/t`,
  pages: () => '/console/pages?which=resolved',
  'one page': customer => `/console/pages/x${customer}-3`,
  'on call': () => '/console/on-call',
  organisation: () => '/console/organisation',
  'the setup': () => '/console/setup',
  'the setup of a customer': customer => `/console/setup?customer=c${customer}`,
  'the setup of our people': () => '/console/setup?part=people',
  'other systems': () => '/console/systems',
  'a report': customer => `/console/customers/c${customer}/transitions/t/report`,
  'pages by person': () => '/console/pages?by=person',
  'pages by medium': () => '/console/pages?by=medium',
  'customers of a phase': () => '/console?show=live',
};
