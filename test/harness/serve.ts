import { createHealth, type HealthParts } from '../../src/adapters/api/health.ts';
import { createMetrics } from '../../src/adapters/api/metrics.ts';
import {
  type OpenServer,
  openServer,
  type ServerParts,
} from '../../src/adapters/api/open-server.ts';

type Served = Pick<ServerParts, 'ports' | 'logger'> &
  Partial<ServerParts> &
  Pick<HealthParts, 'platforms' | 'freeBytes'>;

/** Our server on a free port of this machine, its engine always just run. */
export function serve(parts: Served): Promise<OpenServer> {
  const lastCycleAt = () => parts.ports.clock.now();
  return openServer({
    host: '127.0.0.1',
    port: 0,
    metrics: createMetrics(),
    health: createHealth({ lastCycleAt, ...parts }),
    lastCycleAt,
    nudge: () => {},
    ...parts,
  });
}
