import { afterEach, beforeEach, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { OpenServer } from '../../../src/adapters/api/open-server.ts';
import { calendarText } from '../../../src/calendars/calendar.ts';
import { shiftEntry } from '../../../src/calendars/shift-entry.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { buildNorthwind } from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let server: OpenServer;
beforeEach(async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-04T09:00:00Z' });
  const { ports } = world.stage.world;
  const { logger } = createComplaints();
  server = await serve({ ports, logger, platforms: () => ({}) });
});
afterEach(async () => {
  await server.close();
  await world.close();
});

async function addressFor(personId: string, words: string): Promise<string> {
  const replies = await world.says(personId, null, words);
  const [path] = /\/calendar\/\S+\.ics/.exec(replies.map(({ text }) => text).join('\n')) ?? [''];
  return `${server.url}${path}`;
}

/** What a reader that is not ours makes of it: "who from until". */
async function read(address: string): Promise<string[]> {
  const response = await fetch(address);
  if (response.status !== 200) return [`${response.status}`];
  expect(response.headers.get('content-type')).toContain('text/calendar');
  const component = new ICAL.Component(ICAL.parse(await response.text()));
  return component.getAllSubcomponents('vevent').map(one => {
    const event = new ICAL.Event(one);
    const [from, until] = [event.startDate, event.endDate].map(at => at.toJSDate().toISOString());
    return `${event.summary} ${from} ${until}`;
  });
}

test('a person reads their own shifts in their calendar, in UTC, over a change of clocks', async () => {
  const shifts = await read(await addressFor('eng-1', 'calendar'));
  expect(shifts.slice(0, 2)).toEqual([
    'On call (duty): Idris Bello 2026-03-02T09:00:00.000Z 2026-03-09T09:00:00.000Z',
    'On call (duty): Idris Bello 2026-03-16T09:00:00.000Z 2026-03-23T09:00:00.000Z',
  ]);
  // London's clocks go forward on 29 March: 09:00 there is 08:00 UTC.
  expect(shifts[2]).toContain('2026-03-30T08:00:00.000Z 2026-04-06T08:00:00.000Z');
  expect(shifts.join('\n')).not.toContain('Tom');
});

test('a schedule shows everybody, and a swap as soon as it is made', async () => {
  const address = await addressFor('adv-1', 'calendar duty');
  expect((await read(address)).join('\n')).toContain('Tom Adeyemi');
  await world.says('eng-1', null, 'swap duty Tom from Friday 18:00 until Saturday 09:00');
  expect(await read(address)).toContain(
    'On call (duty): Tom Adeyemi 2026-03-06T18:00:00.000Z 2026-03-07T09:00:00.000Z',
  );
});

test('an address that was revoked, replaced, guessed, or of somebody who has left shows nothing', async () => {
  const first = await addressFor('eng-1', 'calendar');
  const second = await addressFor('eng-1', 'calendar');
  expect(await read(first)).toEqual(['404']);
  expect((await read(second)).length).toBeGreaterThan(1);
  const { client } = world.stage.world.ports.database;
  await client.person.update({ where: { id: 'eng-1' }, data: { active: false } });
  expect(await read(second)).toEqual(['404']);
  await client.person.update({ where: { id: 'eng-1' }, data: { active: true } });
  await world.says('eng-1', null, 'calendar revoke');
  expect(await read(second)).toEqual(['404']);
  for (const guess of ['a'.repeat(40), '%00', '..%2f', 'x', "' OR 1=1 --", 'a'.repeat(5_000)]) {
    expect(await read(`${server.url}/calendar/${guess}.ics`)).toEqual(['404']);
  }
});

test("a customer's people read its windows and steps, as they stand by now, and nothing internal", async () => {
  const address = await addressFor('adv-1', 'calendar northwind');
  const plan = await read(address);
  expect(plan).toContain('ERP go-live 2026-03-06T23:00:00.000Z 2026-03-07T11:00:00.000Z');
  expect(plan).toContain(
    'Back up the old system 2026-03-06T23:00:00.000Z 2026-03-07T00:00:00.000Z',
  );
  await world.says('adv-1', null, 'log northwind: Only for us, the disk is old');
  await world.says('adv-1', null, 'milestone northwind backup cancelled');
  const text = await (await fetch(address)).text();
  expect(text).not.toContain('Only for us');
  expect(text).not.toContain('On call');
  expect(text).toMatch(/SUMMARY:Back up the old system \(cancelled\)\r\nSTATUS:CANCELLED/);
});

test("a customer's calendar outlives whoever asked for it, and ends when somebody says so", async () => {
  const address = await addressFor('eng-1', 'calendar northwind');
  await world.says('eng-1', null, 'calendar revoke');
  const { client } = world.stage.world.ports.database;
  await client.person.update({ where: { id: 'eng-1' }, data: { active: false } });
  expect((await read(address)).length).toBeGreaterThan(1);
  await world.says('adv-1', null, 'calendar northwind revoke');
  expect(await read(address)).toEqual(['404']);
});

test('only the vendor gets one', async () => {
  const replies = await world.says('lead-1', null, 'calendar');
  expect(replies.map(({ text }) => text).join('\n')).not.toContain('/calendar/');
});

test('names with commas, umlauts and long ones are read as they are written', () => {
  const personName = `Zoë; Müller, ${'Ünal '.repeat(30)}\\ 漢字`;
  const [from, until] = [new Date('2026-03-06T18:00:00Z'), new Date('2026-03-07T09:00:00Z')];
  const shift = { scheduleId: 'duty', personId: 'p', personName, from, until };
  const text = calendarText('On call', [shiftEntry(shift)], from);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const component = new ICAL.Component(ICAL.parse(text));
  expect(component.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).toBe(
    `On call (duty): ${personName}`,
  );
});
