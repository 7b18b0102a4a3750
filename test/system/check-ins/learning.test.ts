import { afterEach, describe, expect, test } from '@jest/globals';
import { day, plus } from '../../../src/shared/time.ts';
import type { TestWorld } from '../../harness/world.ts';
import { hour, openNorthwind } from './northwind.ts';

let world: TestWorld;
afterEach(async () => world.close());

const closes = new Date('2026-03-07T06:00:00-05:00');

/** Go-lives of other customers that ended with ours: each answers daily, and some are worried on the morning after day 6. */
async function live(count: number, isWorried: (index: number) => boolean): Promise<void> {
  await world.trip(async ({ tx }) => {
    const northwind = await tx.customer.findUniqueOrThrow({ where: { id: 'northwind' } });
    const others = Array.from({ length: count }, (_, index) => `other-${index}`);
    await tx.customer.createMany({
      data: others.map(id => ({
        ...northwind,
        id,
        name: id,
        businessHours: northwind.businessHours ?? {},
        words: northwind.words ?? {},
        contract: {},
      })),
    });
    await tx.transition.createMany({
      data: others.map(id => ({
        id: `${id}/erp`,
        key: 'erp',
        customerId: id,
        kind: 'go-live',
        name: 'ERP',
        windowFrom: plus(closes, -12 * hour),
        windowUntil: closes,
        phase: 'graduated',
        phaseSince: closes,
      })),
    });
    await tx.evidence.createMany({
      data: others.flatMap((id, index) =>
        [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map(after => {
          const isBad = after === 10 && isWorried(index);
          return {
            id: `${id}-${after}`,
            key: `${id}-${after}`,
            customerId: id,
            transitionId: `${id}/erp`,
            kind: isBad ? 'worried' : 'good',
            weight: isBad ? 1 : 0,
            at: new Date(Date.parse('2026-03-07T10:00:00-04:00') + after * day),
            note: '',
          };
        }),
      ),
    });
  });
}

const said = (): string => world.seen('mgr-1').at(-1)?.text ?? '';

describe('what the vendor’s own transitions teach', () => {
  test('is worked out at night, shown with its counts in "why", and held or reset by a manager', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await world.at('2026-03-20T12:00:00-04:00');
    await world.says('mgr-1', null, 'why northwind');
    expect(said()).toContain('nothing differs from the stock curve by more than chance');
    await live(30, index => index % 3 === 0);
    await world.at('2026-03-21T12:00:00-04:00');
    await world.says('mgr-1', null, 'why northwind');
    expect(said()).toMatch(/Learnt from 31 go-lives:.*day 6 is \d\.\d times as bad as usual/);

    await world.says('mgr-1', null, 'learning hold go-live');
    expect(said()).toContain('Held');
    await world.trip(({ tx }) => tx.evidence.deleteMany({ where: { kind: 'worried' } }));
    await world.at('2026-03-23T12:00:00-04:00');
    await world.says('mgr-1', null, 'why northwind');
    expect(said()).toContain('day 6 is');

    await world.says('mgr-1', null, 'learning reset go-live because the team is another');
    expect(said()).toContain('the stock curve holds');
    await world.at('2026-03-25T12:00:00-04:00');
    await world.says('mgr-1', null, 'why northwind');
    expect(said()).toContain('Nothing is learnt of your own go-lives yet');
    const audit = await world.trip(({ tx }) => tx.audit.findMany({ orderBy: { seq: 'asc' } }));
    expect(audit.map(({ action, why }) => [action, why])).toEqual([
      ['learning.hold', null],
      ['learning.reset', 'the team is another'],
    ]);
  }, 120_000);

  test('is changed by nobody but a manager', async () => {
    world = await openNorthwind('2026-03-06T17:00:00-05:00');
    await world.says('adv-1', null, 'learning reset go-live');
    const audit = await world.trip(({ tx }) => tx.audit.count());
    expect(audit).toBe(0);
  }, 60_000);
});
