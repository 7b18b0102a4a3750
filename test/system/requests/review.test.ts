import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decideRequest } from '../../../src/requests/decide-request.ts';
import type { Act } from '../../../src/requests/decision.ts';
import { exportRequests } from '../../../src/requests/export-requests.ts';
import { receiveRequests } from '../../../src/requests/receive-requests.ts';
import type { Work } from '../../../src/requests/service-request.ts';
import {
  buildCustomer,
  buildGoLive,
  buildNorthwind,
  customerPerson,
} from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const contract = {
  currency: 'USD',
  rates: { technician: 9_600 },
  rounding: '15m',
  ours: [{ id: 'CHG-104', at: '2026-03-08T02:00:00Z', what: 'new firewall rules' }],
};

const work = (externalId: string, over: Partial<Work> = {}): Work => ({
  externalId,
  title: `Label printer ${externalId} in packing connected`,
  description: 'Packing prints its own labels.',
  minutes: 40,
  by: 'eng-1',
  role: 'technician',
  startedAt: new Date(`2026-03-09T${14 + (Number.parseInt(externalId.slice(2), 10) % 5)}:00:00Z`),
  closedAt: new Date('2026-03-09T20:00:00Z'),
  amountMinor: 7_200,
  notes: [],
  ...over,
});

let world: TestWorld;
const at = '2026-03-10T10:00:00Z';
beforeEach(async () => {
  const change = buildGoLive({
    window: { from: '2026-02-06T18:00:00-05:00', until: '2026-02-07T06:00:00-05:00' },
    milestones: [],
  });
  const customer = { ...buildCustomer({ transitions: [change] }), contract };
  const people = { leader: 'lead-2', members: [], advocate: 'adv-2', manager: 'mgr-1' };
  const other = buildCustomer({ id: 'lakeside', people, transitions: [] });
  const base = buildNorthwind({ customers: [customer, other] });
  const setup = { ...base, people: [...base.people, customerPerson('lead-2', 'lakeside')] };
  world = await openTestWorld(setup, { at });
});
afterEach(() => world.close());

const receive = (...works: Work[]) => world.trip(trip => receiveRequests(trip, 'northwind', works));
const reviews = () =>
  world.seen('adv-1').filter(({ message, edited }) => message === 'review' && !edited);
const stored = (externalId: string) =>
  world.stage.world.ports.database.client.serviceRequest.findFirstOrThrow({
    where: { externalId },
  });

describe('before it is billed', () => {
  test('each request comes to its advocate with what the rules saw, ten at a time', async () => {
    await receive(...Array.from({ length: 12 }, (_, n) => work(`R-${n}`, { by: `tech ${n}` })));
    expect(reviews()).toHaveLength(10);
    expect(reviews()[0]?.actions.map(({ id }) => id)).toEqual([
      'request.approve',
      'request.waive',
      'request.query',
      'request.correct',
    ]);
    await world.presses('adv-1', 'request.approve');
    expect(reviews()).toHaveLength(11);
    expect(world.facts('northwind').map(({ event }) => event)).toContain('request.approved');
  });

  test('a request at night waits for the advocate’s morning', async () => {
    await world.at('2026-03-10T22:00:00Z');
    await receive(work('R-1'));
    expect(reviews()).toEqual([]);
    await world.at('2026-03-11T09:01:00Z');
    expect(reviews()).toHaveLength(1);
  });

  test('what we made necessary ourselves is not billed, however quickly it is approved', async () => {
    await receive(work('R-1', { causedBy: 'CHG-104' }));
    expect(reviews()[0]?.text).toContain('own-fault');
    await world.presses('adv-1', 'request.approve');
    expect(Number((await stored('R-1')).amountMinor)).toBe(0);
  });

  test('a question goes to whoever did the work and comes back with the answer', async () => {
    await receive(work('R-1'));
    await world.says('adv-1', null, 'query R-1: was this the second visit?');
    expect(world.seen('eng-1').at(-1)?.text).toContain('was this the second visit?');
    await world.says('eng-1', null, 'explain R-1: no, the first');
    expect(reviews().at(-1)?.text).toContain('no, the first');
    expect((await stored('R-1')).state).toBe('waiting');
  });

  test('a correction keeps what was sent, and its reason stands in the audit', async () => {
    await receive(work('R-1'));
    await world.says('adv-1', null, 'correct R-1 minutes 20 because lunch was counted');
    const row = await stored('R-1');
    expect(row.original).toMatchObject({ minutes: 40, amountMinor: 7_200 });
    expect(row.current).toMatchObject({ minutes: 20 });
    await world.says('adv-1', null, 'approve R-1');
    expect(Number((await stored('R-1')).amountMinor)).toBe(4_800);
    const { client } = world.stage.world.ports.database;
    const audit = await client.audit.findFirstOrThrow({ where: { action: 'request.correct' } });
    expect(audit).toMatchObject({ actorId: 'adv-1', why: 'lunch was counted' });
  });

  test('the customer reads what is approved of their month, and nothing of what is not', async () => {
    await receive(work('R-1'), work('R-2', { title: 'Lift telephone mended', by: 'adv-2' }));
    await world.says('adv-1', null, 'approve R-1');
    await world.says('lead-1', 'northwind-shared', "what's on our bill for March?");
    const told = world.seen('northwind-shared').at(-1)?.text ?? '';
    expect(told).toContain('Label printer R-1 in packing connected');
    expect(told).toContain('USD 72.00');
    expect(told).not.toContain('Lift telephone');
  });

  test('one person’s two lines for one hour are seen, whether a system sends the id or the name', async () => {
    const startedAt = new Date('2026-03-09T14:00:00Z');
    await receive(
      work('R-1', { startedAt }),
      work('R-2', { startedAt, title: 'Lift telephone mended', by: 'Idris Bello' }),
    );
    expect(JSON.stringify((await stored('R-2')).findings)).toContain('overlap-same-person');
  });

  test('a line that names another customer is read by its number, even if somebody approved it', async () => {
    await receive(work('R-1', { title: 'Label printer connected as at Lakeside' }));
    await world.says('adv-1', null, 'approve R-1');
    await world.says('lead-1', 'northwind-shared', "what's on our bill for March?");
    const told = world.seen('northwind-shared').at(-1)?.text ?? '';
    expect(told).toMatch(/R-1, 40 min/);
    expect(told).not.toContain('Lakeside');
  });

  test('a rule is switched off by the manager alone, with a reason', async () => {
    await receive(work('R-1', { title: 'Fixed it', description: undefined }));
    await world.says('adv-1', null, 'rule northwind unclear-description off because they know');
    expect(JSON.stringify((await stored('R-1')).findings)).toContain('unclear-description');
    await world.says('mgr-1', null, 'rule northwind unclear-description off because they know');
    expect(JSON.stringify((await stored('R-1')).findings)).not.toContain('unclear-description');
  });
});

/** Chance from a seed, the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return sides => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const runs = Number(process.env.BILLING_RUNS ?? 12);
/** Where a long proof goes on that was cut into pieces. */
const firstRun = Number(process.env.BILLING_FROM ?? 0);

test(
  'whatever is done in whatever order, no line is handed over twice, unapproved or at another amount',
  async () => {
    const { database } = world.stage.world.ports;
    for (let run = firstRun; run < firstRun + runs; run += 1) {
      const roll = dice(run + 1);
      const ids = [0, 1, 2].map(n => `Q-${run}-${n}`);
      const approved = new Map<string, number>();
      const handedOver = new Map<string, number>();
      for (let step = 0; step < 14; step += 1) {
        const externalId = ids[roll(3)] ?? '';
        const isCrash = roll(5) === 0;
        const does = roll(7);
        const sent = work(externalId, { by: externalId, amountMinor: 2_400 * (1 + roll(4)) });
        const outcome = await database
          .trip(async trip => {
            const row = await trip.tx.serviceRequest.findFirst({ where: { externalId } });
            let came: { kind: string; lines?: { id: string; amount: number }[] } = {
              kind: 'nothing',
            };
            if (does === 0 || !row) {
              await receiveRequests(trip, 'northwind', [sent, sent]);
            } else if (does === 1) {
              const { requests } = await exportRequests(trip, { customerId: 'northwind' });
              const lines = requests.map(one => ({
                id: one.work.externalId,
                amount: one.amountMinor ?? -1,
              }));
              came = { kind: 'export', lines };
            } else {
              const acts: Act[] = [
                { kind: 'approve' },
                { kind: 'approve' },
                { kind: 'waive' },
                { kind: 'correct', to: { minutes: 15 + roll(90) } },
                { kind: 'reopen' },
              ];
              const act = acts[does - 2] ?? { kind: 'approve' as const };
              const decided = await decideRequest(trip, { requestId: row.id, act, byId: 'adv-1' });
              if (decided.kind === 'done') {
                const { state, amountMinor } = decided.request;
                const amount = state === 'approved' ? (amountMinor ?? -1) : 0;
                came = { kind: state, lines: [{ id: externalId, amount }] };
              }
            }
            if (isCrash) throw new Error('crash before the commit');
            return came;
          })
          .catch((error: unknown) => {
            if (error instanceof Error && error.message.startsWith('crash')) return null;
            throw error;
          });
        for (const { id, amount } of outcome?.lines ?? []) {
          if (outcome?.kind === 'approved') approved.set(id, amount);
          else if (outcome?.kind === 'export') {
            expect(handedOver.has(id)).toBe(false);
            expect(amount).toBe(approved.get(id));
            handedOver.set(id, amount);
          } else approved.delete(id);
        }
      }
      const { requests } = await database.trip(trip => exportRequests(trip, {}));
      for (const one of requests) {
        expect(handedOver.has(one.work.externalId)).toBe(false);
        handedOver.set(one.work.externalId, one.amountMinor ?? -1);
      }
      expect([...handedOver.entries()].sort()).toEqual([...approved.entries()].sort());
      const rows = await database.client.serviceRequest.findMany({
        where: { externalId: { in: ids } },
      });
      const total = rows
        .filter(({ exportId }) => exportId !== null)
        .reduce((sum, { amountMinor }) => sum + Number(amountMinor), 0);
      expect(total).toBe([...handedOver.values()].reduce((sum, amount) => sum + amount, 0));
      await database.trip(trip => trip.tx.serviceRequest.deleteMany({}));
    }
  },
  300_000 + runs * 10_000,
);
