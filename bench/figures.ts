/** The middle value, the 95th and the 99th percentile of some durations, in milliseconds. */
export function percentiles(durations: readonly number[]): {
  p50: number;
  p95: number;
  p99: number;
} {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** How long each of `count` runs of `work` takes, in milliseconds, after a tenth as many unmeasured ones. */
export async function timeEach(
  count: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const durations: number[] = [];
  const warmUp = Math.ceil(count / 10);
  for (let index = 0; index < count + warmUp; index += 1) {
    const began = performance.now();
    await work(index);
    if (index >= warmUp) durations.push(performance.now() - began);
  }
  return durations;
}

/** One line of the report: what was measured, then its figures. */
export function report(what: string, figures: Record<string, number | string>): void {
  const shown = Object.entries(figures).map(
    ([name, value]) => `${name} ${typeof value === 'number' ? round(value) : value}`,
  );
  console.log(`${what.padEnd(52)} ${shown.join('   ')}`);
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
