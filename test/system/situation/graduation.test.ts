import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { inZone, plus } from '../../../src/shared/time.ts';
import { answerProposal } from '../../../src/transitions/answer-proposal.ts';
import { proposeGraduation } from '../../../src/transitions/propose-graduation.ts';
import { instant, type Night, openNight } from './night.ts';

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterAll(() => night.close());

const id = 'northwind/erp';
const transition = () => night.trip(({ tx }) => tx.transition.findUniqueOrThrow({ where: { id } }));

/** Every step done, the window over, and a good answer every two working days for so many days. */
async function calmDays(days: number): Promise<void> {
  await night.trip(async ({ tx }) => {
    await tx.milestone.updateMany({
      data: { state: 'done', startedAt: instant('18:00'), endedAt: instant('26:00'), dueAt: null },
    });
    await tx.cadence.update({ where: { transitionId: id }, data: { rung: '1d', dueAt: null } });
    for (let day = 1; day < days; day += 2) {
      const at = plus(instant('34:00'), day * 86_400_000);
      await tx.checkIn.create({
        data: {
          id: `c${day}`,
          transitionId: id,
          customerId: 'northwind',
          seq: day,
          state: 'answered',
          rung: '1d',
          plannedFor: at,
          askedAt: at,
          answeredAt: at,
          answer: 'good',
        },
      });
      await tx.evidence.create({
        data: {
          id: `e${day}`,
          key: `check-in:c${day}`,
          customerId: 'northwind',
          transitionId: id,
          kind: 'good',
          weight: 0,
          at,
          note: 'good',
        },
      });
    }
  });
}

test('after calm weeks it is steady, then asks once whether the check-ins may end, and ends them on a yes', async () => {
  await calmDays(60);
  await night.at('2026-03-21T06:00:00-04:00');
  expect((await transition()).phase).toBe('settling');
  await night.at('2026-04-10T12:00:00-04:00');
  expect((await transition()).phase).toBe('steady');
  const proposed = (await night.sent('northwind-shared')).filter(one =>
    one.startsWith('graduation'),
  );
  expect(proposed).toMatchInlineSnapshot(`
[
  "graduation: Your last three answers about the ERP go-live were all good, and nothing is open on our side. Shall I stop checking in about it?
Nora Whitfield stays your person, and I'm still here whenever you type.
Type page and I'll fetch someone, at any hour.",
]
`);
  const answer = { transitionId: id, byId: 'lead-1', accepted: 'yes' } as const;
  expect(await night.trip(trip => answerProposal(trip, answer))).toBe('graduated');
  expect(await night.trip(trip => answerProposal(trip, answer))).toBe('already');
  expect((await night.sent('northwind-shared')).at(-1)).toMatchInlineSnapshot(`
"graduation: Thank you, Daniel Reyes. Then I'll stop checking in about the ERP go-live as of today; Nora Whitfield stays your person, and I'm still here if you type.
One last thing whenever you like: what should we have done better?
Type page and I'll fetch someone, at any hour."
`);
  // It is Friday evening where they work: what can wait comes with the brief of their next morning.
  const waiting = await night.trip(({ tx }) =>
    tx.waiting.findMany({ orderBy: { personId: 'asc' } }),
  );
  expect(waiting.map(({ personId, kind }) => [personId, kind])).toEqual(
    ['adv-1', 'mgr-1', 'sales-1'].map(personId => [personId, 'notice']),
  );
  expect(new Set(waiting.map(({ text }) => text))).toEqual(
    new Set([
      "Northwind stands on its own after the ERP go-live: the check-ins have ended, with the customer's yes. Steady (91 %). Nothing is open. Nora Whitfield stays the advocate. I asked what we should have done better; the answer comes to the timeline.",
    ]),
  );
  expect(await transition()).toMatchObject({ phase: 'graduated', dueAt: null });
  const cadence = await night.trip(({ tx }) => tx.cadence.findFirst());
  expect(cadence).toMatchObject({ dueAt: null, lastReason: 'graduated' });
});

test('declined, it goes on and asks again four weeks later, not sooner', async () => {
  await calmDays(120);
  await night.at('2026-04-10T12:00:00-04:00');
  const count = async () =>
    (await night.facts('internal')).filter(one => one.startsWith('graduation.proposed')).length;
  expect(await count()).toBe(1);
  const answer = { transitionId: id, byId: 'lead-1', accepted: 'no' } as const;
  expect(await night.trip(trip => answerProposal(trip, answer))).toBe('goes-on');
  expect((await night.sent('northwind-shared')).at(-1)).toBe(
    'graduation: Then I\'ll keep checking in as now, and ask about this again in four weeks.\nSay "less" or "more" any time, or type page for a person.',
  );
  await night.at('2026-05-08T11:59:00-04:00');
  expect(await count()).toBe(1);
  await night.at('2026-05-11T12:00:00-04:00');
  expect(await count()).toBe(2);
});

async function heldToldAt(): Promise<string | null> {
  const message = await night.trip(({ tx }) =>
    tx.message.findFirstOrThrow({ where: { key: { startsWith: 'held:' } } }),
  );
  return inZone(message.createdAt, 'America/New_York').toISO();
}

test('while something is open it stays settling and the manager hears why, once', async () => {
  await calmDays(40);
  await night.trip(({ tx }) =>
    tx.vendorPromise.create({
      data: {
        id: 'p',
        customerId: 'northwind',
        text: 'Month-end report fix',
        state: 'open',
        visibility: 'internal',
        madeAt: instant('18:00'),
        promisedFor: new Date('2026-05-01T12:00:00Z'),
      },
    }),
  );
  await night.at('2026-04-10T12:00:00-04:00');
  expect(await transition()).toMatchObject({
    phase: 'settling',
    heldReason: expect.stringContaining('promise'),
  });
  const told = (await night.sent('mgr-1')).filter(one => one.startsWith('task'));
  expect(told).toHaveLength(1);
  expect(await heldToldAt()).toBe('2026-03-23T09:00:00.000-04:00');
  expect(told[0]).toContain("the time of settling in is over, but I don't call it steady yet.");
  await night.trip(({ tx }) =>
    tx.vendorPromise.update({ where: { id: 'p' }, data: { state: 'kept' } }),
  );
  await night.at('2026-04-13T12:00:00-04:00');
  expect(await transition()).toMatchObject({ phase: 'steady', heldReason: null });
});

test('the customer may ask to end it early: it is asked with what is true, not with what is not', async () => {
  await night.at('19:00');
  await night.trip(trip => proposeGraduation(trip, id, 'The customer asked.'));
  const asked = (await night.sent('northwind-shared')).at(-1);
  expect(asked).not.toContain('all good');
  expect(asked).not.toContain('nothing is open');
  expect(asked).not.toContain('behind you');
  expect(asked).toContain('The ERP go-live is underway. Shall I stop checking in about it?');
});
