import type { StageParts, StageWorld } from '../../src/rehearsal/stage.ts';
import type { Logger } from '../../src/shared/logger.ts';
import { createWorld } from '../../src/world.ts';
import { openTestDatabase } from './database.ts';

/** What the code logged as a warning or an error; a test that expects none checks that this is empty. */
export interface Complaints {
  readonly logger: Logger;
  readonly list: string[];
}

export function createComplaints(): Complaints {
  const list: string[] = [];
  const complain = (facts: Record<string, unknown>, message: string): void => {
    list.push(`${message} ${JSON.stringify(facts)}`);
  };
  const quiet = (): void => {};
  return { list, logger: { debug: quiet, info: quiet, warn: complain, error: complain } };
}

/** Makes the real world over a fresh in-memory database, for rehearsals in tests. */
export function worldOpener({ logger }: Pick<Complaints, 'logger'>) {
  return async ({ from, seed, surfaces }: StageParts): Promise<StageWorld> => {
    const ports = await openTestDatabase(from, seed);
    const { engine, receive } = createWorld({ ...ports, surfaces, logger });
    return { ports, engine, receive, close: () => ports.database.close() };
  };
}
