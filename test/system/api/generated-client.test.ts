import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rights } from '../../../src/adapters/api/right.ts';
import { openTestServer, type TestServer } from './server.ts';

/** What a generator that knows nothing of us made of our document: the functions used here. */
interface Generated {
  readonly defaults: { baseUrl: string; headers: Record<string, string> };
  listCustomers(query: { limit?: number }): Promise<Answered<{ items: { id: string }[] }>>;
  recordEvents(
    customerId: string,
    body: { externalId: string; text: string; at?: string },
    headers: { idempotencyKey?: string },
  ): Promise<Answered<{ id: string }>>;
  readTimeline(
    customerId: string,
    query: { limit?: number; visibility?: 'internal' | 'shared' },
  ): Promise<Answered<{ items: { text: string }[] }>>;
  readPerson(personId: string): Promise<Answered<Person>>;
  savePerson(
    personId: string,
    body: Person,
    headers: { ifMatch?: string },
  ): Promise<Answered<Person & { errors: { field: string }[] }>>;
  raisePage(
    customerId: string,
    body: { reason: string },
    headers: { idempotencyKey?: string },
  ): Promise<Answered<{ id: string; called: string[] }>>;
  acknowledgePage(
    pageId: string,
    body: { by: string },
    headers: object,
  ): Promise<Answered<{ state: string; owner: string }>>;
}

interface Answered<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Headers;
}

interface Person {
  readonly name: string;
  readonly timeZone?: string;
}

const here = new URL('.generated/', import.meta.url);
const root = new URL('../../../', import.meta.url);

let at: TestServer;
let client: Generated;
beforeAll(async () => {
  at = await openTestServer({}, ['northwind']);
  client = await generate();
  client.defaults.baseUrl = `${at.url}/api/v1`;
  const token = await at.token({ customers: ['*'], may: rights });
  client.defaults.headers = { authorization: `Bearer ${token}` };
});
afterAll(async () => {
  await at.close();
  await rm(here, { recursive: true, force: true });
});

/** Made by oazapfts, without a network, from the document as it is published. */
async function generate(): Promise<Generated> {
  await mkdir(here, { recursive: true });
  const file = new URL('client.ts', here);
  const generator = new URL('node_modules/oazapfts/dist/cli.js', root);
  const document = new URL('docs/openapi.json', root);
  await promisify(execFile)(
    process.execPath,
    [generator, document, file].map(each => fileURLToPath(each)),
  );
  return import(pathToFileURL(fileURLToPath(file)).href);
}

test('a client generated from the document reads, writes, calls somebody and is told what is wrong', async () => {
  const customers = await client.listCustomers({ limit: 10 });
  expect(customers.data.items.map(({ id }) => id)).toEqual(['lakeside', 'northwind']);

  const event = { externalId: 'g-1', text: 'Balances: 55 % copied', at: '2026-03-06T18:00+0100' };
  const told = await client.recordEvents('northwind', event, { idempotencyKey: 'g-1' });
  expect(told.status).toBe(201);
  const { data } = await client.readTimeline('northwind', { visibility: 'internal', limit: 5 });
  expect(data.items.map(({ text }) => text)).toContain(event.text);

  const raised = await client.raisePage('northwind', { reason: 'Queue is full' }, {});
  expect([raised.status, raised.data.called]).toEqual([201, ['adv-1']]);
  const taken = await client.acknowledgePage(raised.data.id, { by: 'adv-1' }, {});
  expect(taken.data).toMatchObject({ state: 'acknowledged', owner: 'adv-1' });

  const read = await client.readPerson('adv-1');
  const ifMatch = read.headers.get('etag') ?? '';
  const renamed = { ...read.data, name: 'Nora W.' };
  expect((await client.savePerson('adv-1', renamed, { ifMatch })).status).toBe(200);
  expect((await client.savePerson('adv-1', renamed, { ifMatch })).status).toBe(412);
  const wrong = await client.savePerson('adv-1', { ...renamed, timeZone: 'Mars' }, {});
  expect(wrong).toMatchObject({ status: 422, data: { errors: [{ field: 'timeZone' }] } });
});
