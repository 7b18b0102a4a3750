import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { answerAboutTime } from '../../../src/situation/answer-about-time.ts';
import { answerSituation } from '../../../src/situation/answer-situation.ts';
import { briefCustomer } from '../../../src/situation/brief-customer.ts';
import { type Night, openNight } from './night.ts';

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterAll(() => night.close());

/** The plan of every query on the timeline must walk an index and stop early, whatever its length. */
test('an answer costs the same with a hundred thousand facts as with a hundred', async () => {
  await night.at('18:05');
  const ask = async () => {
    const start = performance.now();
    await night.trip(async trip => {
      const asked = { customerId: 'northwind', personId: 'lead-1', placeId: null, threadOf: null };
      await answerSituation(trip, asked);
      await briefCustomer(trip, 'northwind');
      const about = { customerId: 'northwind', timeZone: 'America/New_York' };
      await answerAboutTime(trip, { ...about, text: 'what happened since yesterday?' });
    });
    return performance.now() - start;
  };
  const fill = (from: number, until: number) =>
    night.trip(
      ({ tx }) => tx.$executeRaw`
        INSERT INTO event (id, "customerId", kind, visibility, at, "recordedAt", text, data)
        SELECT 'f' || n, 'northwind', 'note', CASE WHEN n % 2 = 0 THEN 'shared' ELSE 'internal' END,
               timestamptz '2026-03-06T20:00:00Z' - n * interval '1 second',
               timestamptz '2026-03-06T20:00:00Z', 'Fact ' || n, '{}'
        FROM generate_series(${from}::int, ${until}::int) AS n`,
    );
  await fill(1, 100);
  await ask();
  const best = async () => Math.min(await ask(), await ask(), await ask());
  const few = await best();
  await fill(101, 100_000);
  await night.ports.database.client.$executeRaw`ANALYZE event`;
  const many = await best();
  expect(many).toBeLessThan(few * 3 + 50);
});
