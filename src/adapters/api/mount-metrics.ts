import type { IRouter } from 'express';
import { lanes } from '../../delivery/draft.ts';
import type { Ports } from '../../shared/database.ts';
import { second, since } from '../../shared/time.ts';
import { refuseMethod } from './methods.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsParts {
  readonly ports: Ports;
  readonly metrics: Metrics;
  readonly lastCycleAt: () => Date | null;
}

/** `/metrics` in Prometheus text format. No customer, person or word of theirs is ever in a label. */
export function mountMetrics(app: IRouter, parts: MetricsParts): void {
  const { metrics } = parts;
  app
    .route('/metrics')
    .get(async (_request, response) => {
      metrics.databaseUp.set((await look(parts)) ? 1 : 0);
      const text = await metrics.registry.metrics();
      response.set('Content-Type', metrics.registry.contentType).end(text);
    })
    .all(refuseMethod('GET'));
}

// Only unfinished rows have a dueAt, so each of these reads a handful of index entries however long the history.
const laneQuery = lanes
  .map(
    lane =>
      `SELECT '${lane}' AS lane, count(*)::int AS depth, min("dueAt") AS due FROM message
       WHERE lane = '${lane}' AND "dueAt" <= $1`,
  )
  .join(' UNION ALL ');
const inboxQuery = 'SELECT count(*)::int AS depth FROM inbox WHERE "dueAt" IS NOT NULL';
const pageQuery =
  'SELECT state, count(*)::int AS depth FROM page WHERE "openKey" IS NOT NULL GROUP BY state';

interface LaneRow {
  lane: string;
  depth: number;
  due: Date | null;
}

async function look({ ports, metrics, lastCycleAt }: MetricsParts): Promise<boolean> {
  const now = ports.clock.now();
  const cycleAt = lastCycleAt();
  metrics.lastCycleAge.set(cycleAt ? since(cycleAt, now) / second : -1);
  const { client } = ports.database;
  try {
    for (const { lane, depth, due } of await client.$queryRawUnsafe<LaneRow[]>(laneQuery, now)) {
      metrics.laneDepth.set({ lane }, depth);
      metrics.laneAge.set({ lane }, due ? Math.max(0, since(due, now) / second) : 0);
    }
    const [inbox] = await client.$queryRawUnsafe<{ depth: number }[]>(inboxQuery);
    metrics.inboxDepth.set(inbox?.depth ?? 0);
    metrics.pages.reset();
    for (const state of ['open', 'acknowledged']) metrics.pages.set({ state }, 0);
    for (const { state, depth } of await client.$queryRawUnsafe<{ state: string; depth: number }[]>(
      pageQuery,
    ))
      metrics.pages.set({ state }, depth);
    return true;
  } catch {
    // The scrape still answers, with database_up at 0.
    return false;
  }
}
