import { setTimeout as wait } from 'node:timers/promises';

/**
 * How many milliseconds after a timer of that length the work ends, which may be before it. Both are begun at
 * once and wait for the same machine, so it does not matter how busy that is.
 */
export async function endBeyond(
  milliseconds: number,
  work: () => Promise<unknown>,
): Promise<number> {
  const at = async (end: Promise<unknown>) => {
    await end;
    return performance.now();
  };
  const [timer, ended] = await Promise.all([at(wait(milliseconds)), at(work())]);
  return ended - timer;
}
