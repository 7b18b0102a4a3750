import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { overrideShift } from '../../../src/on-call/override-shift.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupParts } from '../../../src/setup/parts.ts';
import { readSetup, setupFrom } from '../../../src/setup/setup.ts';
import { crowdOf } from '../../harness/crowd.ts';
import { emptyDatabase, openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { exampleSetup, exampleWith } from '../../unit/setup/example.ts';

let ports: TestPorts;
beforeAll(async () => {
  ports = await openTestDatabase('2026-03-06T17:00:00-05:00');
});
afterAll(() => ports.database.close());
beforeEach(() => ports.clock.moveTo(new Date('2026-03-06T17:00:00-05:00')));
afterEach(() => emptyDatabase(ports));

const load = (text: string) =>
  ports.database.trip(trip => importSetup(trip, readSetup(text, 'my.setup.yaml')));

/** Everything in every table, to compare before and after. */
async function everything(): Promise<string> {
  const { client } = ports.database;
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`;
  const rows = [];
  for (const { name } of tables) {
    rows.push(name, await client.$queryRawUnsafe(`SELECT * FROM "${name}" t ORDER BY t::text`));
  }
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

describe('the same file twice', () => {
  test('changes nothing at all, not a single row', async () => {
    const first = await load(exampleSetup);
    expect(first.created).toEqual(
      expect.arrayContaining([
        'organisation vendor',
        'person adv-1',
        'customer northwind',
        'place northwind-shared',
        'schedule duty',
        'escalation default',
        'transition northwind/erp-go-live',
        'milestone northwind/erp-go-live/backup',
      ]),
    );
    const before = await everything();
    ports.clock.moveTo(new Date('2026-03-06T17:30:00-05:00'));
    const second = await load(exampleSetup);
    expect(second.created).toEqual([]);
    expect(second.changed).toEqual([]);
    expect(second.left.sort()).toEqual(first.created.sort());
    expect(await everything()).toBe(before);
  });

  test('the keys of a JSON column may come back in another order', async () => {
    await load(exampleSetup);
    const swapped = exampleWith(
      '{ via: sms, to: "+15550100", after: 2m }',
      '{ after: 2m, to: "+15550100", via: sms }',
    );
    expect((await load(swapped)).changed).toEqual([]);
  });
});

describe('a changed file', () => {
  test('changes what it says, and reports it by name', async () => {
    await load(exampleSetup);
    const text = exampleWith('name: Advocate Two', 'name: Advocate Deux')
      .replace('to: "17:00"', 'to: "18:00"')
      .replace('wait: 10m', 'wait: 15m')
      .replace('channel: C0SHARED', 'channel: C0OTHER');
    const { created, changed } = await load(text);
    expect(created).toEqual([]);
    expect(changed).toEqual([
      'person adv-2',
      'customer northwind',
      'place northwind-shared',
      'escalation default',
    ]);
    expect(await ports.database.client.placeIdentity.findMany()).toMatchObject([
      { channel: 'C0OTHER' },
    ]);
  });

  test('a step with a new time is a fact the customer may read; its state stays', async () => {
    await load(exampleSetup);
    const { client } = ports.database;
    const id = 'northwind/erp-go-live/copy';
    await client.milestone.update({
      where: { id },
      data: { state: 'underway', startedAt: new Date('2026-03-06T16:00:00-05:00') },
    });
    const { changed } = await load(
      exampleWith('until: 2026-03-06T23:00', 'until: 2026-03-07T01:30'),
    );
    expect(changed).toEqual([`milestone ${id}`]);
    expect(await client.milestone.findUnique({ where: { id } })).toMatchObject({
      state: 'underway',
      plannedUntil: new Date('2026-03-07T01:30:00-05:00'),
      dueAt: new Date('2026-03-07T02:19:00-05:00'),
    });
    expect(await client.event.findMany({ where: { kind: 'milestone.planned' } })).toMatchObject([
      {
        visibility: 'shared',
        text: 'Copy the balances: now planned for Fri 6 Mar 19:00 to Sat 7 Mar 01:30.',
      },
    ]);
  });

  test('a step that is over gets its new plan without a word', async () => {
    await load(exampleSetup);
    const { client } = ports.database;
    const id = 'northwind/erp-go-live/copy';
    await client.milestone.update({ where: { id }, data: { state: 'done', endedAt: new Date() } });
    await load(exampleWith('until: 2026-03-06T23:00', 'until: 2026-03-07T01:30'));
    expect(await client.event.count()).toBe(0);
    expect(await client.milestone.findUnique({ where: { id } })).toMatchObject({
      state: 'done',
      dueAt: null,
    });
  });

  test('a new step is watched and told', async () => {
    await load(exampleSetup);
    const text = exampleWith(
      '          - { id: copy,',
      '          - { id: freeze, name: Freeze, from: 2026-03-06T18:30:00-05:00, until: 2026-03-06T19:00:00-05:00 }\n          - { id: copy,',
    );
    const { created } = await load(text);
    expect(created).toEqual(['milestone northwind/erp-go-live/freeze']);
    const [fact] = await ports.database.client.event.findMany();
    expect(fact?.text).toBe('Freeze: new in the plan, Fri 6 Mar 18:30 to 19:00.');
  });

  test('what is running is never reset', async () => {
    await load(exampleSetup);
    const { client } = ports.database;
    const id = 'northwind/erp-go-live';
    await client.transition.update({
      where: { id },
      data: { phase: 'steady', phaseSince: new Date(0) },
    });
    await client.cadence.update({
      where: { transitionId: id },
      data: { rung: '2w', pinned: true, setBy: 'mgr-1' },
    });
    await client.place.update({ where: { id: 'northwind-team' }, data: { parkedReason: 'who?' } });
    await load(exampleWith('name: ERP go-live', 'name: Ledger go-live'));
    expect(await client.transition.findUnique({ where: { id } })).toMatchObject({
      name: 'Ledger go-live',
      phase: 'steady',
      phaseSince: new Date(0),
    });
    expect(await client.cadence.findUnique({ where: { transitionId: id } })).toMatchObject({
      rung: '2w',
      pinned: true,
    });
    const place = await client.place.findUnique({ where: { id: 'northwind-team' } });
    expect(place?.parkedReason).toBe('who?');
  });

  test('a night put off while it runs goes back into preparation, and the customer is told', async () => {
    await load(exampleSetup);
    const { client } = ports.database;
    await client.transition.updateMany({ data: { phase: 'live' } });
    ports.clock.moveTo(new Date('2026-03-06T18:30:00-05:00'));
    await load(
      exampleSetup
        .replaceAll('2026-03-06', '2026-03-13')
        .replaceAll('2026-03-07', '2026-03-14')
        .replaceAll('-05:00', '-04:00'),
    );
    const [transition] = await client.transition.findMany();
    expect(transition?.phase).toBe('preparing');
    const texts = (await client.event.findMany()).map(({ text }) => text);
    // One fact for the night; its steps move along without one each.
    expect(texts).toEqual([
      'ERP go-live: now planned for Fri 13 Mar 18:00 to Sat 14 Mar 06:00.',
      'ERP go-live: in preparation.',
    ]);
  });

  test('a shift that people swapped stays swapped, and the file’s own overrides come and go', async () => {
    await load(exampleSetup);
    const { client } = ports.database;
    const from = new Date('2026-03-10T09:00:00Z');
    await ports.database.trip(trip =>
      overrideShift(trip, {
        scheduleId: 'duty',
        from,
        until: new Date('2026-03-10T17:00:00Z'),
        personId: 'adv-2',
      }),
    );
    const overrides = async () =>
      JSON.stringify((await client.schedule.findUnique({ where: { id: 'duty' } }))?.overrides);
    const withOverride = exampleWith(
      'overrides: []',
      'overrides: [ { from: 2026-07-10T18:00, until: 2026-07-11T09:00, person: mgr-1 } ]',
    );
    expect((await load(exampleSetup)).changed).toEqual([]);
    expect(await overrides()).toContain('adv-2');
    expect((await load(withOverride)).changed).toEqual(['schedule duty']);
    expect(await overrides()).toContain('2026-07-10T17:00:00.000Z');
    expect((await load(withOverride)).changed).toEqual([]);
    expect((await load(exampleSetup)).changed).toEqual(['schedule duty']);
    expect(await overrides()).not.toContain('mgr-1');
    expect(await overrides()).toContain('adv-2');
  });

  test('what the file no longer mentions is left and named', async () => {
    await load(exampleSetup);
    const shorter = exampleSetup
      .replace(/ {6}- \{ id: northwind-team.*\n/, '')
      .replace(/ {10}- \{ id: copy.*\n/, '');
    const { changed, left } = await load(shorter);
    expect(changed).toEqual([]);
    expect(left).toContain('place northwind-team (no longer in the file)');
    expect(left).toContain('milestone northwind/erp-go-live/copy (no longer in the file)');
    expect(await ports.database.client.milestone.count()).toBe(2);
  });
});

describe('a file that would hand words from one reader to another is refused, and nothing is written', () => {
  const refused = async (text: string): Promise<string> => {
    await load(exampleSetup);
    const before = await everything();
    const message = await load(text).then(
      () => 'imported',
      (error: Error) => error.message,
    );
    expect(await everything()).toBe(before);
    return message;
  };
  const other = exampleSetup
    .replaceAll('northwind', 'southwind')
    .replace('id: lead-1', 'id: lead-2')
    .replace('leader: lead-1', 'leader: lead-2');

  test('a place of another customer', async () => {
    const text = other
      .replace('U0LEAD', 'U0OTHER')
      .replace('id: southwind-team', 'id: northwind-team');
    expect(await refused(text)).toContain(
      'my.setup.yaml:18 customers[0].places[1].id: the place "northwind-team" already belongs to northwind.',
    );
  });

  test('a channel of another customer', async () => {
    const text = other.replace('U0LEAD', 'U0OTHER');
    expect(await refused(text)).toContain(
      'this channel already belongs to the place "northwind-shared"',
    );
  });

  test('a person’s identity', async () => {
    const text = other.replace('C0SHARED', 'C0OTHER');
    expect(await refused(text)).toContain('this identity already belongs to the person "lead-1"');
  });

  test('an internal place that becomes shared', async () => {
    const text = exampleWith(
      'northwind-team, audience: internal',
      'northwind-team, audience: shared',
    );
    expect(await refused(text)).toContain('"northwind-team" is internal so far');
  });
});

describe('a transition that Handrail hears of', () => {
  const cases: [string, string, string, string][] = [
    ['before its window prepares', '2026-03-06T17:00:00-05:00', 'preparing', 'planned'],
    ['at the moment its window opens is live', '2026-03-06T18:00:00-05:00', 'live', 'planned'],
    [
      'inside its window is live, and a step nobody reported is watched',
      '2026-03-06T23:30:00-05:00',
      'live',
      'planned',
    ],
    [
      'after its window settles, and its steps are taken as done',
      '2026-03-07T06:00:00-05:00',
      'settling',
      'done',
    ],
  ];
  test.each(cases)('%s', async (_, at, phase, state) => {
    ports.clock.moveTo(new Date(at));
    await load(exampleSetup);
    const { client } = ports.database;
    expect(await client.transition.findMany()).toMatchObject([{ phase, dueAt: new Date(at) }]);
    expect(await client.milestone.findMany()).toMatchObject([{ state }, { state }]);
    expect(await client.cadence.count()).toBe(1);
    const notes = await client.event.findMany();
    expect(notes.map(({ visibility }) => visibility)).toEqual(state === 'done' ? ['internal'] : []);
  });
});

test('three hundred customers are imported in seconds, in parts as in one', async () => {
  const setup = setupFrom(crowdOf(300).setup);
  // The processor's time: a busy machine makes nobody slower here.
  const before = process.cpuUsage();
  for (const part of setupParts(setup, 100)) {
    await ports.database.trip(trip => importSetup(trip, part));
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(30_000);
  expect(await ports.database.client.customer.count()).toBe(300);
  const again = await ports.database.trip(trip => importSetup(trip, setup));
  expect({ created: again.created, changed: again.changed }).toEqual({ created: [], changed: [] });
});
