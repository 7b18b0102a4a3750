import type { StageParts, StageWorld } from '../../src/rehearsal/stage.ts';
import { createWorld } from '../../src/world.ts';
import type { Complaints } from './complaints.ts';
import { openTestDatabase } from './database.ts';

/** Makes the real world over a fresh in-memory database, for rehearsals in tests. */
export function worldOpener({ logger }: Pick<Complaints, 'logger'>) {
  return async ({ from, seed, surfaces }: StageParts): Promise<StageWorld> => {
    const ports = await openTestDatabase(from, seed);
    const { engine, receive } = createWorld({ ...ports, surfaces, logger });
    return { ports, engine, receive, close: () => ports.database.close() };
  };
}
