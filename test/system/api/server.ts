import { createToken, type TokenWish } from '../../../src/adapters/api/create-token.ts';
import type { OpenServer, ServerParts } from '../../../src/adapters/api/open-server.ts';
import { mountMcp } from '../../../src/adapters/mcp/mount-mcp.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';

/** A real server on a free port over an in-memory database with two customers. */
export interface TestServer {
  readonly ports: TestPorts;
  readonly server: OpenServer;
  readonly url: string;
  /** What was logged as a warning or an error. */
  readonly complaints: readonly string[];
  token(wish?: Partial<TokenWish>): Promise<string>;
  close(): Promise<void>;
}

const people = { advocate: 'adv-1', manager: 'mgr-1' };
const setupWith = (underway: readonly string[]) =>
  buildNorthwind({
    customers: ['northwind', 'lakeside'].map(id =>
      buildCustomer({ id, people, transitions: underway.includes(id) ? [buildGoLive()] : [] }),
    ),
  });

/** `underway`: the customers that go through Northwind's night. */
export async function openTestServer(
  parts: Partial<ServerParts> = {},
  underway: readonly string[] = [],
): Promise<TestServer> {
  const ports = await openTestDatabase('2026-03-06T23:00:00Z');
  await ports.database.trip(trip => importSetup(trip, setupFrom(setupWith(underway))));
  const { logger, list: complaints } = createComplaints();
  const mounts = [mountMcp({ ports, nudge: () => {} })];
  const server = await serve({ ports, logger, mounts, ...parts }).catch(async error => {
    await ports.database.close();
    throw error;
  });
  return {
    ports,
    server,
    url: server.url,
    complaints,
    token: (wish = {}) =>
      ports.database.trip(trip =>
        createToken(trip, {
          name: 'test',
          customers: ['northwind'],
          mayPublish: false,
          ...wish,
        }),
      ),
    close: async () => {
      await server.close();
      await ports.database.close();
    },
  };
}
