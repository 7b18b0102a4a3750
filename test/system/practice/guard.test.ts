import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestRoom, type TestRoom } from './room.ts';

let at: TestRoom;

beforeAll(async () => {
  at = await openTestRoom();
});
afterAll(() => at.close());

const say = { person: 'lead-1', conversation: 'northwind-shared', addressed: 'yes', text: 'hi' };

/** A request with any headers, as a browser would not let a page send them. */
function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(at.url + path, { method, headers }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('every page of the room', () => {
  test('forbids what a page of ours never needs', async () => {
    const { headers } = await fetch(at.url);
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('has no script or style in it', async () => {
    const { markup } = await at.visit();
    expect(markup).not.toMatch(/<script(?![^>]*src=")|<style|\sstyle=|\son\w+=|javascript:/i);
  });

  test('is served to this machine by its own names alone', async () => {
    const port = new URL(at.url).port;
    for (const host of [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `[::1]:${port}`,
      `LOCALHOST:${port}`,
    ])
      expect(await ask('/', { host })).toBe(200);
    for (const host of [
      '127.0.0.1',
      `evil.example:${port}`,
      'localhost:1',
      `127.0.0.1.evil.example:${port}`,
      `localhost:${port}.evil.example`,
    ])
      expect(await ask('/', { host })).toBe(403);
  });

  test('is not served through a tunnel or proxy', async () => {
    for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host'])
      expect(await ask('/', { [name]: 'x' })).toBe(403);
  });

  test('is refused everywhere when the server is open to others', async () => {
    const open = await openTestRoom({ host: '0.0.0.0' });
    expect((await fetch(open.url)).status).toBe(404);
    expect((await fetch(`${open.url}/practice/assets/room.js`)).status).toBe(404);
    expect((await fetch(`${open.url}/health/live`)).status).toBe(200);
    await open.close();
  });

  test.each(['/practice/say', '/practice/press', '/practice/clock'])(
    '%s takes POST only',
    async path => {
      const response = await fetch(at.url + path);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  test('names its own files and no others', async () => {
    for (const name of ['room.js', 'room.css', 'chat.css', 'morph.js', 'marks.js', 'icon.svg'])
      expect((await fetch(`${at.url}/practice/assets/${name}`)).status).toBe(200);
    for (const name of [
      '..%2fguard.ts',
      '%2e%2e%2fopen-room.ts',
      'room.js%00',
      '__proto__',
      'constructor',
      'x',
    ])
      expect((await fetch(`${at.url}/practice/assets/${name}`)).status).toBe(404);
    const first = await fetch(`${at.url}/practice/assets/room.js`);
    const again = await fetch(`${at.url}/practice/assets/room.js`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('a form', () => {
  const heard = () => at.ports.database.client.inbox.count();

  test('is taken from our own page alone', async () => {
    const page = await at.visit();
    const before = await heard();
    const refused = [
      await page.send('/practice/say', { ...say, csrf: '' }),
      await page.send('/practice/say', { ...say, csrf: 'f'.repeat(64) }),
      await page.send('/practice/say', say, { cookie: '' }),
      await page.send('/practice/say', say, {
        cookie: page.cookie.replace(/=.*/, `=${'0'.repeat(64)}`),
      }),
      await page.send('/practice/say', { ...say, csrf: page.cookie.split('=')[1] ?? '' }),
      await page.send('/practice/say', say, { origin: 'https://evil.example' }),
      await page.send('/practice/say', say, { origin: 'null' }),
      await page.send('/practice/say', say, { 'sec-fetch-site': 'cross-site' }),
      await page.send('/practice/say', say, { 'sec-fetch-site': 'same-site' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(Array(9).fill(403));
    expect(await heard()).toBe(before);
    expect((await page.send('/practice/say', say, { origin: at.url })).status).toBe(204);
  });

  test("of another visit is worth nothing with this visit's cookie", async () => {
    const mine = await at.visit();
    const theirs = await at.visit();
    expect((await mine.send('/practice/say', { ...say, csrf: theirs.csrf })).status).toBe(403);
  });

  test('has to be a form of a bearable size', async () => {
    const page = await at.visit();
    const asJson = await page.send('/practice/say', say, { 'content-type': 'application/json' });
    const asFile = await page.send('/practice/say', say, { 'content-type': 'multipart/form-data' });
    const large = await page.send('/practice/say', { ...say, text: 'x'.repeat(70_000) });
    expect([asJson.status, asFile.status, large.status]).toEqual([415, 415, 413]);
  });

  test('sent too often is told when to come back', async () => {
    const slow = await openTestRoom({ real: { now: () => new Date(0) } });
    const page = await slow.visit();
    const statuses: number[] = [];
    for (let count = 0; count < 62; count += 1)
      statuses.push((await page.send('/practice/say', { ...say, text: ' ' })).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(204));
    expect(statuses.slice(60)).toEqual([429, 429]);
    await slow.close();
  });
});

test('at most twenty pages are told of changes, and each is told at once', async () => {
  const streams = await Promise.all(
    Array.from({ length: 20 }, () => fetch(`${at.url}/practice/live`)),
  );
  expect(streams.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect((await fetch(`${at.url}/practice/live`)).status).toBe(503);
  const reader = streams[0]?.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toContain('event: change');
  at.parts.signal.publish();
  const next = await reader?.read();
  expect(new TextDecoder().decode(next?.value)).toContain('event: change');
  await Promise.all(streams.slice(1).map(stream => stream.body?.cancel()));
  await reader?.cancel();
});

describe('hostile requests', () => {
  /** Long runs: HOSTILE_RUNS=500 npm test -- test/system */
  const runs = Number(process.env.HOSTILE_RUNS ?? 60);
  const rare = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'lead-1',
      'adv-1',
      'direct',
      'northwind-shared',
      'orla-team',
      '__proto__',
      "' OR 1=1 --",
      '<script>alert(1)</script>',
      '../..',
      'a'.repeat(5_000),
    ),
  );
  const fields = fc.dictionary(
    fc.constantFrom(
      'person',
      'conversation',
      'text',
      'suggested',
      'addressed',
      'message',
      'action',
      'by',
      'customer',
      'back',
      'nonce',
      'x',
      '__proto__',
      'person[a]',
    ),
    rare,
  );

  test.each(['say', 'press', 'clock'])(
    `${runs} forms for %s: a plain answer each, nothing half-written`,
    async act => {
      const page = await at.visit();
      await fc.assert(
        fc.asyncProperty(fields, async form => {
          const { by, ...rest } = form;
          const response = await page.send(`/practice/${act}`, rest);
          const text = await response.text();
          expect(response.status).toBeLessThan(500);
          expect(text).not.toMatch(/node_modules|\.ts:|prisma|SELECT/i);
          if (response.status >= 400)
            expect(JSON.parse(text)).toMatchObject({
              type: 'about:blank',
              status: response.status,
            });
        }),
        { numRuns: runs },
      );
      expect((await fetch(at.url)).status).toBe(200);
      const left = await at.ports.database.client.inbox.count({
        where: { state: { not: 'handled' } },
      });
      expect(left).toBe(0);
      expect(at.complaints).toEqual([]);
    },
  );

  test(`${runs} addresses of the page: it is always whole, and nothing in it is markup of theirs`, async () => {
    const names = fc.constantFrom(
      'customer',
      'as-customer',
      'as-advocate',
      'in-advocate',
      'in-manager',
      'seat',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, rare), { maxLength: 5 }), async pairs => {
        const query = pairs.map(
          ([name, value]) => `${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''))}`,
        );
        const response = await fetch(`${at.url}/?${query.join('&')}`);
        const markup = await response.text();
        expect(response.status).toBe(200);
        expect(markup).toContain('</html>');
        expect(markup).not.toContain('<script>alert');
      }),
      { numRuns: runs },
    );
  });
});
