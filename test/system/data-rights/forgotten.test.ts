import { afterEach, describe, expect, test } from '@jest/globals';
import { eraseSubject } from '../../../src/data-rights/erase-subject.ts';
import { certificate, usualWait } from '../../../src/data-rights/erasure.ts';
import { exportSubject } from '../../../src/data-rights/export-subject.ts';
import { planErasure } from '../../../src/data-rights/plan-erasure.ts';
import { readableExport } from '../../../src/data-rights/readable.ts';
import { tables } from '../../../src/data-rights/tables.ts';
import { plus } from '../../../src/shared/time.ts';
import { buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';
import { findWords, isWordy, listColumns, seedRow } from './seed.ts';

const canary = 'canary7f3q';
let world: TestWorld;
afterEach(() => world.close());

const database = () => world.stage.world.ports.database;
const open = async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-06T22:00:00Z' });
};

/** How a row of each table is Northwind's or its leader's; the rest of it is canary. Parents first. */
const belongs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  customer: { id: `'northwind'` },
  person: { id: `'${canary}-p'`, customerId: `'northwind'`, active: 'true' },
  person_identity: { personId: `'${canary}-p'` },
  place: { id: `'${canary}-pl'`, customerId: `'northwind'` },
  place_identity: { placeId: `'${canary}-pl'` },
  quiet_thread: { placeId: `'${canary}-pl'` },
  transition: { id: `'${canary}-t'`, customerId: `'northwind'` },
  milestone: { transitionId: `'${canary}-t'`, customerId: `'northwind'` },
  page: { id: `'${canary}-pg'`, customerId: `'northwind'` },
  page_words: { pageId: `'${canary}-pg'` },
  page_call: { pageId: `'${canary}-pg'` },
  message: { id: `'${canary}-m'`, customerId: `'northwind'` },
  attempt: { messageId: `'${canary}-m'` },
  pace: { key: `'slack|${canary}-workspace|${canary}-user'` },
  inbox: { payload: `'{"from": {"user": "${canary}-user"}}'`, id: `'event-1'` },
  readiness_watch: { personId: `'${canary}-p'` },
  contact_proof: { personId: `'${canary}-p'` },
  contact_code: { personId: `'${canary}-p'` },
  push_phone: { personId: `'${canary}-p'` },
  push_invitation: { personId: `'${canary}-p'` },
  sign_in_link: { personId: `'${canary}-p'` },
  portfolio_view: { personId: `'${canary}-p'` },
  console_session: { personId: `'${canary}-p'` },
  absence_calendar: { personId: `'${canary}-p'` },
  calendar_feed: { personId: `'${canary}-p'` },
  cover: { askerId: `'${canary}-p'` },
  drill: { id: `'${canary}-d'`, customerId: `'northwind'` },
  drill_call: { drillId: `'${canary}-d'` },
  morning: { personId: `'${canary}-p'` },
  api_token: {
    customers: `ARRAY['northwind', 'other']`,
    id: `'t'`,
    name: `'t'`,
    hash: `'h'`,
    may: `ARRAY['read']`,
  },
  hook: { customer: `'"northwind"'` },
  webhook: { customers: `ARRAY['northwind']` },
  teams_conversation: { userId: `'${canary}-user'` },
  pending_change: { actorId: `'${canary}-p'` },
  api_answer: { body: `'{"customer": "northwind", "text": "${canary}"}'` },
};

describe('a customer who is forgotten', () => {
  test('every column in which words can stand is classified, and none that is gone', async () => {
    await open();
    const wordy = (await listColumns(database())).filter(isWordy);
    const known = Object.entries(tables).flatMap(([table, { columns }]) =>
      columns.map(one => `${table}.${one}`),
    );
    expect(
      wordy.map(one => `${one.table_name}.${one.column_name}`).filter(one => !known.includes(one)),
    ).toEqual([]);
    const there = new Set(wordy.map(one => `${one.table_name}.${one.column_name}`));
    const enums = ['message.state', 'page.state', 'inbox.state'];
    expect(known.filter(one => !there.has(one) && !enums.includes(one))).toEqual([]);
  });

  test('leaves nothing in any table, whatever column it stood in', async () => {
    await open();
    const columns = await listColumns(database());
    const all = Object.entries(tables).filter(([, { customer }]) => customer.length > 0);
    const order = [...Object.keys(belongs), ...all.map(([table]) => table)];
    await database().client.customer.deleteMany({ where: { id: 'northwind' } });
    await database().client.salesRhythm.deleteMany();
    for (const [table] of all.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))) {
      const given = belongs[table] ?? { customerId: `'northwind'` };
      const own = columns.filter(one => one.table_name === table);
      await seedRow(database(), own, { canary, given });
    }
    const before = await database().trip(trip => exportSubject(trip, 'northwind'));
    expect(Object.keys(before.counts).sort()).toEqual(all.map(([table]) => table).sort());
    expect(readableExport(before)).toContain(canary);
    const removed = await database().trip(trip => eraseSubject(trip, 'northwind'));
    expect(Object.keys(removed).sort()).toEqual(all.map(([table]) => table).sort());
    expect(await findWords(database(), canary)).toEqual([]);
    await expect(database().trip(trip => exportSubject(trip, 'northwind'))).rejects.toThrow(
      /neither a customer nor a person/,
    );
  });

  test('of a busy night is exported, forgotten after a week, and certified', async () => {
    await open();
    await world.says(
      'lead-1',
      'northwind-shared',
      'page: the totals are 40,000 short, please get someone',
    );
    const customer = { from: '/team', is: { a: 'northwind', b: 'lakeside' } };
    const hook = { id: 'deploys', signed: 'bearer', customer, publish: false, rules: [] };
    await database().client.hook.create({ data: hook });
    await world.pass(3_600_000);
    const before = await database().trip(trip => exportSubject(trip, 'northwind'));
    expect(before.counts).toMatchObject({
      customer: 1,
      page: 1,
      transition: 1,
      inbox: expect.any(Number),
    });
    const dueAt = await database().trip(trip => planErasure(trip, 'northwind', usualWait));
    await world.at(plus(dueAt, -60_000));
    expect(await database().client.customer.count({ where: { id: 'northwind' } })).toBe(1);
    await world.at(plus(dueAt, 60_000));
    expect(await findWords(database(), '40,000 short')).toEqual([]);
    expect(await findWords(database(), 'northwind')).toEqual([]);
    const row = await database().client.erasure.findFirstOrThrow();
    expect(row.target).toBeNull();
    expect(certificate(row, row.removed as Record<string, number>)).toMatch(/page: 1/);
  });

  test('does not come back by an event that is sent again', async () => {
    await open();
    const { database: store } = world.stage.world.ports;
    await world.says('lead-1', 'northwind-shared', 'we are worried about the totals');
    const [event] = await store.client.inbox.findMany({ orderBy: { seq: 'desc' }, take: 1 });
    const payload = event?.payload;
    await store.trip(trip => eraseSubject(trip, 'northwind'));
    const again = await world.stage.world.receive(payload as never);
    expect(again).toBe('duplicate');
    expect(await findWords(store, 'worried about the totals')).toEqual([]);
  });
});

describe('a person who is forgotten', () => {
  test('is gone with their words, and the rest of the customer stays', async () => {
    await open();
    await world.says(
      'lead-1',
      'northwind-shared',
      'page: the totals are 40,000 short, please get someone',
    );
    await world.pass(600_000);
    const before = await database().trip(trip => exportSubject(trip, 'lead-1'));
    expect(before.counts).toMatchObject({ person: 1, page: 1, event: expect.any(Number) });
    await database().trip(trip => eraseSubject(trip, 'lead-1'));
    expect(await findWords(database(), 'Daniel Reyes')).toEqual([]);
    expect(await findWords(database(), '40,000 short')).toEqual([]);
    expect(await database().client.page.count()).toBe(1);
    expect(await database().client.customer.findMany()).toMatchObject([
      { id: 'northwind', leaderId: null },
    ]);
  });
});
