import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Everything we measure about ourselves, in a registry of its own. */
export type Metrics = ReturnType<typeof createMetrics>;

/** New metrics at zero. One for each process. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { registry, ...flows([registry]), ...levels([registry]) };
}

/** What is counted as it happens. */
function flows(registers: Registry[]) {
  return {
    messages: new Counter({
      name: 'handrail_messages_total',
      help: 'Hand-overs to a platform, by message name, platform and outcome',
      labelNames: ['name', 'platform', 'outcome'] as const,
      registers,
    }),
    notificationSeconds: new Histogram({
      name: 'handrail_notification_seconds',
      help: 'From a page notification being written down to its hand-over to the platform',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300],
      registers,
    }),
    cycleSeconds: new Histogram({
      name: 'handrail_cycle_seconds',
      help: 'Duration of an engine cycle',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15],
      registers,
    }),
    handledRows: new Counter({
      name: 'handrail_handled_rows_total',
      help: 'Due rows the engine has handled',
      registers,
    }),
  };
}

/** What is looked up at each scrape. */
function levels(registers: Registry[]) {
  return {
    lastCycleAge: new Gauge({
      name: 'handrail_last_cycle_age_seconds',
      help: 'Age of the last full engine cycle; -1 before the first',
      registers,
    }),
    laneDepth: new Gauge({
      name: 'handrail_lane_due_messages',
      help: 'Messages due for sending, by lane',
      labelNames: ['lane'] as const,
      registers,
    }),
    laneAge: new Gauge({
      name: 'handrail_lane_waiting_seconds',
      help: 'How long the longest waiting due message of a lane has been due',
      labelNames: ['lane'] as const,
      registers,
    }),
    inboxDepth: new Gauge({
      name: 'handrail_inbox_waiting',
      help: 'Inbound events written down and not handled yet',
      registers,
    }),
    pages: new Gauge({
      name: 'handrail_pages',
      help: 'Pages not resolved, by state',
      labelNames: ['state'] as const,
      registers,
    }),
    databaseUp: new Gauge({
      name: 'handrail_database_up',
      help: '1 while the database answers',
      registers,
    }),
  };
}

/** Measures one engine pass: pass it to the runner as its `measure`. */
export function measureCycle(metrics: Metrics) {
  return async (pass: () => Promise<number>): Promise<number> => {
    const stop = metrics.cycleSeconds.startTimer();
    try {
      const handled = await pass();
      metrics.handledRows.inc(handled);
      return handled;
    } finally {
      stop();
    }
  };
}
