/** PostgreSQL takes 32,767 values in one statement, and long lists are slow to plan. */
const chunkSize = 1_000;

/** The answers to a long list of questions, asked a thousand at a time, in order. */
export async function inChunks<T, R>(
  items: readonly T[],
  ask: (chunk: T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < items.length; from += chunkSize) {
    answers.push(...(await ask(items.slice(from, from + chunkSize))));
  }
  return answers;
}

/** Does something with a long list, a thousand items at a time. */
export async function forChunks<T>(
  items: readonly T[],
  act: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < items.length; from += chunkSize) {
    await act(items.slice(from, from + chunkSize));
  }
}
