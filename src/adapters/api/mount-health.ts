import { setTimeout as pause } from 'node:timers/promises';
import type { Express } from 'express';
import type { Database, Ports } from '../../shared/database.ts';
import { second, since } from '../../shared/time.ts';
import { refuseMethod } from './methods.ts';

/** A cycle older than this means that nobody is taking what is due. */
const oldestCycle = 15 * second;
const databasePatience = 2 * second;

export interface HealthParts {
  readonly ports: Ports;
  /** When the last full engine cycle ended; null before the first. */
  readonly lastCycleAt: () => Date | null;
  /** How each platform stands: "up", or what is the matter. It makes nothing unready: pages go other ways meanwhile. */
  readonly platforms?: () => Readonly<Record<string, string>>;
}

/** `/health/live`: the process answers. `/health/ready`: the database answers and the engine turns. */
export function mountHealth(app: Express, parts: HealthParts): void {
  const { ports, lastCycleAt, platforms } = parts;
  app
    .route('/health/live')
    .get((_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .all(refuseMethod('GET'));

  app
    .route('/health/ready')
    .get(async (_request, response) => {
      const isDatabaseUp = await answers(ports.database);
      const cycleAt = lastCycleAt();
      const age = cycleAt ? since(cycleAt, ports.clock.now()) : null;
      const isTurning = age !== null && age <= oldestCycle;
      const isReady = isDatabaseUp && isTurning;
      response
        .status(isReady ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({
          status: isReady ? 'ready' : 'not ready',
          database: isDatabaseUp ? 'up' : 'down',
          engine: isTurning ? 'turning' : age === null ? 'not started' : 'stalled',
          lastCycleAgeSeconds: age === null ? null : Math.max(0, age) / second,
          ...(platforms && { platforms: platforms() }),
        });
    })
    .all(refuseMethod('GET'));
}

async function answers({ client }: Database): Promise<boolean> {
  const asked = client.$queryRawUnsafe('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, pause(databasePatience, false, { ref: false })]);
}
