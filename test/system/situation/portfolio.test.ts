import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { assessConfidence } from '../../../src/confidence/assess-confidence.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { briefCustomer } from '../../../src/situation/brief-customer.ts';
import { listPortfolio } from '../../../src/situation/list-portfolio.ts';
import { riskReasons } from '../../../src/situation/portfolio.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import { instant, type Night, openNight } from './night.ts';

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterAll(() => night.close());

async function addCustomers(count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`);
  await night.trip(async ({ tx }) => {
    const model = await tx.customer.findUniqueOrThrow({ where: { id: 'northwind' } });
    const businessHours = model.businessHours as object;
    const words = model.words as object;
    await tx.customer.createMany({
      data: ids.map(id => ({
        ...model,
        businessHours,
        words,
        contract: {},
        id,
        name: `Customer ${id}`,
        managerId: 'mgr-2',
      })),
    });
    const plan = await tx.transition.findUniqueOrThrow({ where: { id: 'northwind/erp' } });
    await tx.transition.createMany({
      data: ids.map((id, index) => ({
        ...plan,
        id: `${id}/erp`,
        customerId: id,
        windowFrom: instant('18:00'),
        windowUntil: new Date(instant('30:00').getTime() + (index % 60) * 86_400_000),
        dueAt: null,
      })),
    });
    await tx.evidence.createMany({
      data: ids.flatMap(id =>
        [1, 2, 3, 4].map(day => ({
          id: `${id}-${day}`,
          key: `${id}-${day}`,
          customerId: id,
          kind: 'good',
          weight: 0,
          at: new Date(instant('10:00').getTime() - day * 86_400_000),
          note: 'good',
        })),
      ),
    });
  });
}

test('the customer to look at first is on top, with its reasons', async () => {
  await addCustomers(3);
  await night.at('18:31');
  await night.trip(trip =>
    raisePage(trip, {
      customerId: 'c1',
      raisedBy: 'customer',
      raisedById: 'lead-1',
      words: 'The ledger is down',
      isShared: true,
    }),
  );
  await night.at('18:36');
  const { rows } = await night.trip(trip => listPortfolio(trip));
  expect(rows.slice(0, 2).map(({ name, reasons }) => [name, reasons])).toEqual([
    ['Customer c1', ['page open for 5 min, nobody has it']],
    ['Northwind', ['no news for 36 min']],
  ]);
  const mine = await night.trip(trip =>
    listPortfolio(trip, { kind: 'manager', personId: 'mgr-1' }),
  );
  expect(mine.rows.map(({ customerId }) => customerId)).toEqual(['northwind']);
  const some = await night.trip(trip =>
    listPortfolio(trip, { kind: 'these', customerIds: ['c0', 'c2'] }),
  );
  expect(some.rows).toHaveLength(2);
});

test('a customer whom nothing is known of but low confidence is not called calm', async () => {
  const row = {
    customerId: 'c',
    name: 'C',
    advocateId: 'adv-1',
    transitionId: 't',
    transitionName: 'ERP',
    phase: 'settling' as const,
    openPages: 0,
    untakenSince: null,
    staleSince: null,
    silentSince: null,
    lateSteps: 0,
    promisesDue: 0,
    promisesOverdue: 0,
    confidenceReasons: [],
    trend: [],
  };
  expect(riskReasons({ ...row, confidence: 0.34 }, new Date(0))).toEqual(['confidence is low']);
  expect(riskReasons({ ...row, confidence: 0.35 }, new Date(0))).toEqual([]);
});

test('a thousand customers are listed in a few seconds, with the same confidence as one by one', async () => {
  await addCustomers(1_000);
  // The processor's time: a busy machine makes nobody slower here.
  const before = process.cpuUsage();
  const { rows } = await night.trip(trip => listPortfolio(trip));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(5_000);
  expect(rows).toHaveLength(1_001);
  for (const row of [rows[0], rows[500], rows[1_000]]) {
    const one = await night.trip(trip => assessConfidence(trip, row?.transitionId ?? ''));
    expect(row?.confidence).toBeCloseTo(one.confidence, 6);
  }
});

test('the brief puts all a colleague needs on one screen, internal facts included', async () => {
  await night.trip(async trip => {
    const { tx } = trip;
    await tx.customer.update({
      where: { id: 'northwind' },
      data: { brief: 'Prefers short calls.' },
    });
    const fact = { customerId: 'northwind', kind: 'note', authorId: 'adv-1' } as const;
    await recordEvent(trip, { ...fact, visibility: 'internal', text: 'Disk almost full' });
    await recordEvent(trip, { ...fact, visibility: 'shared', text: 'All set for tonight' });
  });
  await night.at('18:05');
  const text = await night.trip(async trip => {
    const card = await briefCustomer(trip, 'northwind');
    return plainText(card, { timeZone: 'Europe/London', now: trip.now });
  });
  expect(text).toMatchInlineSnapshot(`
"Northwind
Prefers short calls.
Who: Daniel Reyes (leads), Grace Kim. With them: Nora Whitfield, your advocate.
ERP go-live: live since 23:00. Uneasy (14 %): no word from them in two weeks, day 1 is Mon 9 Mar, the window is open.
Now: ⏳ Back up the old system was due 23:00–00:00. I've had no word of it yet.
We owe them: Nothing open.
Last facts: 23:00 ERP go-live: the window has opened. · 22:00 All set for tonight. · 22:00 Disk almost full. (internal)"
`);
});
