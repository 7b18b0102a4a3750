import type { Practice } from './world.ts';

const patienceMilliseconds = 3_000;

/** Lets what follows from an act happen before the page is shown again, within reason. */
export async function runUntilIdle({ world }: Pick<Practice, 'world'>): Promise<void> {
  let giveUp: NodeJS.Timeout | undefined;
  const patience = new Promise<void>(resolve => {
    giveUp = setTimeout(resolve, patienceMilliseconds);
  });
  try {
    await Promise.race([world.engine.runUntilIdle(), patience]);
  } finally {
    clearTimeout(giveUp);
  }
}
