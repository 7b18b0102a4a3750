import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { tables } from '../../../src/exports/tables.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import { type Client, openClient } from './client.ts';

let api: Client;
beforeAll(async () => {
  api = await openClient();
  for (const [at, text] of [
    '=HYPERLINK("https://evil.example","Totals")',
    ' +1 (555) 010 says "ready", twice;\nand once more',
    '@SUM(A1)',
    '-2 % since ⟨2026-03-06T23:00:00.000Z⟩',
    'Fine',
  ].entries())
    await api.ports.database.trip(trip =>
      recordEvent(trip, {
        customerId: at === 4 ? 'lakeside' : 'northwind',
        kind: 'external',
        visibility: 'internal',
        text,
        at: new Date(Date.UTC(2026, 1, 1, at)),
      }),
    );
});
afterAll(() => api.close());

const february = 'since=2026-02-01T00:00:00Z&until=2026-03-01T00:00:00Z';
const token = (customers: string[]) => api.token({ customers, may: ['read'] });

async function csv(bearer: string, query: string): Promise<{ text: string; headers: Headers }> {
  const response = await fetch(`${api.url}/api/v1/tables/${query}`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
  expect(response.status).toBe(200);
  return { text: await response.text(), headers: response.headers };
}

test('everything a manager sees is there as JSON and as CSV, with the same columns', async () => {
  const bearer = await token(['*']);
  const { items } = (await api.get('/tables')).body as {
    items: { name: string; columns: string[] }[];
  };
  expect(items.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
  for (const { name, columns } of items) {
    const { text, headers } = await csv(bearer, `${name}?format=csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n')[0]).toBe(columns.join(','));
    const rows = (await api.get(`/tables/${name}?limit=1`)).body as { items: object[] };
    for (const row of rows.items) expect(Object.keys(row)).toEqual(columns);
  }
  const { text: portfolio } = await csv(bearer, 'portfolio?format=csv');
  expect(portfolio).toContain('northwind');
});

test('no field is a formula to a spreadsheet, and each comes back as it was written', async () => {
  const { text } = await csv(await token(['northwind']), `timeline?format=csv&${february}`);
  const rows = parse(text, { columns: true }) as { text: string }[];
  expect(rows.map(row => row.text)).toEqual([
    `'=HYPERLINK("https://evil.example","Totals")`,
    `' +1 (555) 010 says "ready", twice;\nand once more`,
    `'@SUM(A1)`,
    `'-2 % since 2026-03-06T23:00:00.000Z`,
  ]);
});

test('a token reads only its own customers, whichever it asks for', async () => {
  const own = await token(['lakeside']);
  const read = async (query: string) =>
    (parse((await csv(own, query)).text, { columns: true }) as { text: string }[]).map(
      row => row.text,
    );
  expect(await read(`timeline?format=csv&${february}`)).toEqual(['Fine']);
  expect(await read(`timeline?format=csv&customer=northwind&${february}`)).toEqual([]);
  expect((await csv(own, 'portfolio?format=csv')).text).not.toContain('northwind');
});

test('a long table comes in pieces, none twice and none missing', async () => {
  const bearer = await token(['northwind']);
  const pieces: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { text, headers } = await csv(bearer, `timeline?format=csv&limit=3&${february}${from}`);
    pieces.push(...(parse(text, { columns: true }) as { id: string }[]).map(({ id }) => id));
    cursor = headers.get('next-cursor');
  }
  expect([pieces.length, new Set(pieces).size]).toEqual([4, 4]);
});
