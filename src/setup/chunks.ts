/** PostgreSQL takes 32,767 values in one statement, and long lists are slow to plan. */
const chunkSize = 1_000;

/** A long list as lists of at most a thousand, in order. */
export function chunksOf<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < items.length; from += chunkSize) {
    chunks.push(items.slice(from, from + chunkSize));
  }
  return chunks;
}
