import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { claimCalendar } from '../../../src/absences/claim-calendar.ts';
import { type Fetched, noteReading } from '../../../src/absences/note-reading.ts';
import { fetchCalendar } from '../../../src/adapters/absences/fetch-calendar.ts';
import { hour, minute } from '../../../src/shared/time.ts';
import { buildEscalation, buildNorthwind, vendorPerson } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
const address = 'https://calendar.example.com/tom.ics';
/** Idris, Tom and Nora take the nights in turn, 22:00 to 22:00 in London. */
const rotation = { every: '1d', start: '2026-03-02T22:00', people: ['eng-1', 'adv-2', 'adv-1'] };
const schedules = [{ id: 'duty', timeZone: 'Europe/London', rotation }];
const escalations = [buildEscalation({ levels: [{ to: [{ schedule: 'duty' }], wait: '5m' }] })];

beforeEach(async () => {
  await open([vendorPerson('adv-2', { leave: address })]);
});
afterEach(() => world.close());

async function open(others: readonly { readonly id: string }[]) {
  const setup = buildNorthwind({ schedules, escalations });
  const ids = others.map(({ id }) => id);
  const people = [...setup.people.filter(({ id }) => !ids.includes(id)), ...others];
  world = await openTestWorld({ ...setup, people }, { at: '2026-03-02T09:00:00Z' });
}

/** Whole days of leave as a calendar writes them. */
function leave(...days: [from: string, until: string][]): string {
  const events = days.flatMap(([from, until], at) => [
    'BEGIN:VEVENT',
    `UID:${at}@calendar.example.com`,
    'DTSTAMP:20260301T090000Z',
    `DTSTART;VALUE=DATE:${from}`,
    `DTEND;VALUE=DATE:${until}`,
    'SUMMARY:Operation at the clinic',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.join('\r\n');
}

/** Every calendar whose reading is due is read, and found to say this. */
async function read(fetched: Fetched | string, world_: TestWorld = world): Promise<number> {
  const found = typeof fetched === 'string' ? ({ kind: 'text', text: fetched } as const) : fetched;
  for (let count = 0; ; count += 1) {
    const calendar = await world_.trip(claimCalendar);
    if (!calendar) return count;
    await world_.trip(trip => noteReading(trip, calendar, found));
  }
}

const told = (to: string) =>
  world
    .seen(to)
    .filter(({ message }) => message === 'shift')
    .map(({ text }) => text);

const overrides = async () =>
  (await world.stage.world.ports.database.client.schedule.findFirstOrThrow()).overrides;

describe('somebody who is away', () => {
  /** Tom's night from Tuesday 10 March, 22:00, of which he misses all but the last two hours. */
  const away = leave(['20260309', '20260312']);

  test('has the next colleague asked for each shift it meets, and is told', async () => {
    expect(await read(away)).toBe(1);
    expect(told('adv-2').at(-1)).toContain('You are on call while you are away');
    expect(told('adv-2').at(-1)).toContain('I have asked Nora Whitfield');
    expect(told('adv-1').at(-1)).toContain(
      'Tom Adeyemi is away then and on call. Can you cover? duty from Mon 9 Mar, 22:00 until Tue 10 Mar, 22:00',
    );
    expect(await overrides()).toEqual([]);
    await world.presses('adv-1', 'cover.accept');
    expect(await overrides()).toEqual([
      { from: '2026-03-09T22:00:00.000Z', until: '2026-03-10T22:00:00.000Z', personId: 'adv-1' },
    ]);
    expect(told('adv-2').at(-1)).toContain('Nora Whitfield covers for you');
  });

  test('has the next one asked on a no, and after silence; then whoever answers for the schedule is told', async () => {
    await read(away);
    await world.says('adv-1', null, 'no');
    expect(told('eng-1').at(-1)).toContain('Tom Adeyemi is away then and on call');
    expect(told('adv-2').filter(text => text.includes('cannot cover'))).toEqual([]);
    await world.pass(23 * hour);
    expect(told('mgr-1')).toEqual([]);
    await world.pass(hour + minute);
    expect(told('mgr-1')).toEqual([expect.stringContaining('Nobody covers for Tom Adeyemi')]);
    await world.pass(24 * hour);
    expect(told('mgr-1')).toHaveLength(1);
    // The shift is still his, and a late yes is still a yes.
    await world.presses('eng-1', 'cover.accept');
    expect(await overrides()).toMatchObject([{ personId: 'eng-1' }]);
  });

  test('comes back earlier: who was asked reads that it is settled', async () => {
    await read(away);
    await world.pass(hour);
    await read(leave());
    expect(told('adv-1').at(-1)).toContain('Settled, you need not answer any more');
    expect(await overrides()).toEqual([]);
  });

  test('is asked to cover for nobody, or need not answer once it is known', async () => {
    await world.close();
    await open([
      vendorPerson('adv-2', { leave: address }),
      vendorPerson('adv-1', { leave: `${address}?of=nora` }),
    ]);
    await read(away);
    await world.pass(6 * hour);
    // Tom's calendar was read first, so that Nora was asked before it was known that she is away.
    const settled = expect.stringContaining('Settled, you need not answer any more');
    expect(told('adv-1')).toContainEqual(settled);
    expect(told('eng-1').some(text => text.includes('Tom Adeyemi is away'))).toBe(true);
  });

  test('is away, and nothing of why is kept', async () => {
    await read(away);
    const row = await world.stage.world.ports.database.client.absenceCalendar.findFirstOrThrow();
    expect(row.absences).toEqual([
      { from: '2026-03-09T00:00:00.000Z', until: '2026-03-12T00:00:00.000Z' },
    ]);
    expect(JSON.stringify([row, world.lines])).not.toContain('clinic');
  });
});

describe('a calendar that cannot be read', () => {
  const broken: Fetched = { kind: 'problem', problem: 'its server answered 404' };

  test('is said at once where it never could be, and only once', async () => {
    await read(broken);
    await world.pass(hour);
    expect(await read(broken)).toBe(1);
    expect(told('adv-2')).toEqual([
      expect.stringContaining('I cannot read your leave calendar: its server answered 404'),
    ]);
  });

  test('is believed for a day before its owner is told, and what it said still counts', async () => {
    await read(leave(['20260309', '20260312']));
    await world.pass(23 * hour);
    await read('<html>Sign in</html>');
    expect(told('adv-2').filter(text => text.includes('I cannot read'))).toEqual([]);
    await world.pass(hour);
    await read('<html>Sign in</html>');
    expect(told('adv-2').at(-1)).toContain('what stands there is no calendar');
    const row = await world.stage.world.ports.database.client.absenceCalendar.findFirstOrThrow();
    expect(row.absences).toHaveLength(1);
  });
});

describe('a calendar on the web', () => {
  let url: string;
  let answer: { status: number; body: string };
  const server = createServer((_, response) => {
    response.writeHead(answer.status, { location: 'http://127.0.0.1:1/' }).end(answer.body);
  });

  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tom.ics`;
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));

  test.each([
    [200, leave(['20260309', '20260312']), { kind: 'text' }],
    [200, '', { problem: 'it is empty, longer than 2 MB or broke off' }],
    [200, 'x'.repeat(2_000_001), { problem: 'it is empty, longer than 2 MB or broke off' }],
    [302, '', { problem: 'its address points to another one, which is not followed' }],
    [404, '', { problem: 'its server answered 404' }],
  ])('that answers %s is fetched or not, and why is said', async (status, body, outcome) => {
    answer = { status, body };
    expect(await fetchCalendar(url, { loopback: 'allowed' })).toMatchObject(outcome);
  });

  test('of this machine is not fetched outside of tests', async () => {
    expect(await fetchCalendar(url, { loopback: 'refused' })).toMatchObject({ kind: 'problem' });
  });
});
