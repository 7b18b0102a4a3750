import { createMetrics } from '../../src/adapters/api/metrics.ts';
import {
  type OpenServer,
  openServer,
  type ServerParts,
} from '../../src/adapters/api/open-server.ts';

type Served = Pick<ServerParts, 'ports' | 'logger'> & Partial<ServerParts>;

/** Our server on a free port of this machine, its engine always just run. */
export function serve(parts: Served): Promise<OpenServer> {
  return openServer({
    host: '127.0.0.1',
    port: 0,
    metrics: createMetrics(),
    lastCycleAt: () => parts.ports.clock.now(),
    nudge: () => {},
    ...parts,
  });
}
