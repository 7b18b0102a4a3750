import type { lookup } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callPublic, type Reach } from '../../../src/adapters/api/call-public.ts';
import { addressProblem, isPublicAddress } from '../../../src/adapters/api/public-address.ts';

/** Addresses of machines and networks that are nobody's on the internet, as an attacker may write them. */
const hostileHosts = [
  'localhost',
  'LOCALHOST.',
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '%31%32%37.0.0.1',
  '１２７.０.０.１',
  '127。0。0。1',
  '0.0.0.0',
  '0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '169.254.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '172.16.0.1',
  '172.17.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '192.168.1.254',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:169.254.169.254]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::a9fe:a9fe]',
  '[100::1]',
  '[2001::1]',
  '[2001:db8::1]',
  '[2002:7f00:1::]',
  '[3fff::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[5f00::1]',
];

/** Names that look harmless and stand for one of those: what a name server of the attacker's says. */
const hostileAnswers = [
  ['127.0.0.1'],
  ['169.254.169.254'],
  ['10.0.0.5'],
  ['::1'],
  ['fd00:ec2::254'],
  ['::ffff:127.0.0.1'],
  ['8.8.8.8', '127.0.0.1'],
  ['2606:4700::1111', '::1'],
  [],
];

let counting: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  counting = createSocketServer(socket => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>(resolve => counting.listen(0, '::', resolve));
  port = (counting.address() as AddressInfo).port;
});

afterAll(() => new Promise(resolve => counting.close(resolve)));

describe('an address that somebody else wrote down', () => {
  test(`${hostileHosts.length} hosts of our own machine and networks are connected to by nobody`, async () => {
    const answers = await Promise.all(hostileHosts.map(host => get(`https://${host}:${port}/`)));
    expect(answers.filter(({ kind }) => kind !== 'unsent')).toEqual([]);
    expect(
      answers.filter(({ detail }) => !/is no public address|stands for|ENOTFOUND/.test(detail)),
    ).toEqual([]);
    expect(connections).toBe(0);
  });

  test('a name that stands for one of them is none either', async () => {
    for (const found of hostileAnswers) {
      const answer = await get(`https://calendar.example:${port}/`, standingFor(found));
      expect(answer.kind).toBe('unsent');
      expect(answer.detail).toMatch(/calendar\.example stands for/);
    }
    expect(connections).toBe(0);
  });

  test('a name server that changes its mind is asked once, and what it said then is what counts', async () => {
    const said: string[][] = [['127.0.0.1'], ['8.8.8.8']];
    let asked = 0;
    const changing = resolverOf(() => said[asked++] ?? []);
    const answer = await get(`https://rebinding.example:${port}/`, {
      loopback: 'refused',
      resolve: changing,
    });
    expect(answer.detail).toMatch(/stands for 127\.0\.0\.1/);
    expect([asked, connections]).toEqual([1, 0]);
  });

  test.each([
    ['http://calendar.example/', 'does not begin with https://'],
    ['ftp://calendar.example/', 'does not begin with https://'],
    ['file:///etc/passwd', 'does not begin with https://'],
    ['https://nora:secret@calendar.example/', 'carries a name or a password'],
  ])('%s is refused before anybody is asked', async (url, why) => {
    expect(addressProblem(new URL(url), 'refused')).toContain(why);
    expect(await get(url)).toMatchObject({ kind: 'unsent' });
  });

  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.1.1',
    '2606:4700::1111',
  ])('%s belongs to somebody on the internet', address => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('an address of this machine, where tests allow it', () => {
  const allowed: Reach = { loopback: 'allowed' };

  test('is called, and where it points to is not followed', async () => {
    const { url, close } = await serving((_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    expect(await get(url, allowed)).toMatchObject({ kind: 'answered', status: 302 });
    await close();
  });

  test('does not open the networks around it, nor other names for itself', async () => {
    for (const url of [`https://192.168.1.1:${port}/`, `https://10.0.0.1:${port}/`]) {
      expect(await get(url, allowed)).toMatchObject({ kind: 'unsent' });
    }
    const answer = await get(`https://calendar.example:${port}/`, {
      ...allowed,
      ...standingFor(['127.0.0.1']),
      loopback: 'allowed',
    });
    expect(answer).toMatchObject({ kind: 'unsent' });
    expect(connections).toBe(0);
  });

  test('an answer without end and one that never comes are let go', async () => {
    const endless = await serving((_, response) => {
      const more = () => {
        while (response.write('x'.repeat(10_000)) && !response.destroyed);
      };
      response.on('drain', more);
      more();
    });
    expect(await get(endless.url, allowed)).toMatchObject({ kind: 'answered', text: '' });
    await endless.close();
    const silent = await serving(() => {});
    expect(await get(silent.url, allowed, 50)).toMatchObject({ detail: 'no answer in time' });
    await silent.close();
  });
});

async function get(address: string, reach: Reach = { loopback: 'refused' }, milliseconds = 5_000) {
  const answer = await callPublic(
    {
      method: 'GET',
      url: new URL(address),
      headers: {},
      body: null,
      signal: AbortSignal.timeout(milliseconds),
      longestAnswer: 50_000,
    },
    reach,
  );
  return { detail: '', ...answer };
}

function standingFor(addresses: readonly string[]): Reach {
  return { loopback: 'refused', resolve: resolverOf(() => addresses) };
}

function resolverOf(answer: () => readonly string[]): typeof lookup {
  const resolve = (_host: string, _options: unknown, done: (...found: unknown[]) => void) =>
    done(
      null,
      answer().map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  // Only the form that is used: with every address there is.
  return resolve as unknown as typeof lookup;
}

async function serving(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}
