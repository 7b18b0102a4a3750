import { chunksOf } from './chunks.ts';

/** The answers to a long list of questions, asked a thousand at a time, in order. */
export async function inChunks<T, R>(
  items: readonly T[],
  ask: (chunk: T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const answers: R[] = [];
  for (const chunk of chunksOf(items)) answers.push(...(await ask(chunk)));
  return answers;
}
