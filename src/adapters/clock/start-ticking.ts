import { type ScheduledTask, schedule } from 'node-cron';

/** How long without a tick before the cron is taken to be stuck, and how often that is looked at. */
const patienceMs = 3_000;
const checkMs = 500;

/** Stops the ticks; resolves when the work underway has ended. */
export type StopTicking = () => Promise<void>;

/**
 * Calls `work` every second and never twice at once: a second that comes while it is still underway
 * is left out. A failure goes to `onError`, and the next second calls again.
 */
export function startTicking(
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): StopTicking {
  let underway: Promise<void> | null = null;
  let lastTick = performance.now();
  const tick = () => {
    lastTick = performance.now();
    underway ??= work()
      .catch(onError)
      .finally(() => {
        underway = null;
      });
  };

  let task = scheduleEverySecond(tick);
  // When the system clock is set back an hour, node-cron sleeps until the hour is over again. Pages
  // cannot: this check runs on the monotonic clock and begins a new cron.
  const watchdog = setInterval(() => {
    if (performance.now() - lastTick < patienceMs) return;
    void task.destroy();
    task = scheduleEverySecond(tick);
    tick();
  }, checkMs);

  return async () => {
    clearInterval(watchdog);
    await task.destroy();
    await underway;
  };
}

/** In UTC: in a zone with daylight saving, node-cron stalls when the hour comes twice. */
function scheduleEverySecond(tick: () => void): ScheduledTask {
  return schedule('* * * * * *', tick, {
    timezone: 'Etc/UTC',
    suppressMissedWarning: true,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
}
