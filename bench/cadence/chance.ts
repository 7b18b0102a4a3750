/** Gamma of mean `shape`, for a shape below 1: Marsaglia and Tsang (2000) at shape + 1, boosted down. */
export function gamma(shape: number, fraction: () => number): number {
  const d = shape + 1 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(fraction);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - fraction()) >= x ** 2 / 2 + d - d * v + d * Math.log(v)) continue;
    return d * v * (1 - fraction()) ** (1 / shape);
  }
}

/** A standard normal number: Box and Muller (1958). */
export function normal(fraction: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
}

/** A lognormal number of this median. */
export function around(median: number, sigma: number, fraction: () => number): number {
  return median * Math.exp(sigma * normal(fraction));
}

/** An exponential number of this mean. */
export function within(mean: number, fraction: () => number): number {
  return -mean * Math.log(1 - fraction());
}

/** One of the choices, each with its share; the shares add up to 1. */
export function oneOf<T>(choices: readonly (readonly [number, T])[], fraction: () => number): T {
  let left = fraction();
  for (const [share, choice] of choices) {
    left -= share;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (!last) throw new RangeError('Nothing to choose from.');
  return last[1];
}
