import { z } from 'zod';
import { findPresence } from '../customers/find-presence.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';

const expectation = statement(
  'expect-morning',
  `INSERT INTO morning ("personId", "dueAt") VALUES ($1, $2) ON CONFLICT ("personId") DO NOTHING`,
  z.never(),
);

/** Makes sure that this vendor person's next morning is looked at: something waits for it. */
export async function expectMorning(trip: Trip, personId: string): Promise<void> {
  const { nextMorning } = await findPresence(trip, personId);
  await trip.run(expectation, [personId, nextMorning]);
}
