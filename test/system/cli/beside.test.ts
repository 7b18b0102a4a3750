import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleSetup } from '../../unit/setup/example.ts';
import { createDesk, type Ended } from './io.ts';

const desk = createDesk({ PORT: '0', LOG_LEVEL: 'silent' });
const write = (name: string, text: string) => writeFileSync(join(desk.directory, name), text);
const door = join(desk.directory, 'data', 'handrail.door');
let stop: () => Promise<Ended>;
beforeAll(async () => {
  write('northwind.setup.yaml', exampleSetup);
  stop = await desk.start();
});
afterAll(() => desk.clear());

describe('beside a Handrail that runs on the embedded database', () => {
  test('a setup is tried, imported, and imported again', async () => {
    const tried = await desk.run(['import', '--dry-run', 'northwind.setup.yaml']);
    expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('only tried'), err: '' });
    const done = await desk.run(['import', 'northwind.setup.yaml']);
    expect(done.out).toMatch(/created \d+: person adv-1/);
    const again = await desk.run(['import', 'northwind.setup.yaml']);
    expect(again.out).toContain('nothing to change');
  });

  test('a change is shown value by value before it is made', async () => {
    write('moved.setup.yaml', exampleSetup.replace('name: Northwind', 'name: Northwind Ltd'));
    const { out } = await desk.run(['import', '--dry-run', 'moved.setup.yaml']);
    expect(out).toContain('customers.northwind.name: Northwind → Northwind Ltd');
    const shown = await desk.run(['import', '--dry-run', 'northwind.setup.yaml']);
    expect(shown.out).toContain('nothing to change');
  });

  test('a wrong file is told with its line, as ever', async () => {
    write('wrong.setup.yaml', exampleSetup.replace('advocate: adv-1', 'advocate: adv-3'));
    const { code, err } = await desk.run(['import', 'wrong.setup.yaml']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^wrong\.setup\.yaml:\d+ customers/)]);
    expect((await desk.run(['import', 'none.yaml'])).err).toMatch(
      /^none\.yaml: there is no such file/,
    );
  });

  test('a token is made, works at once, is listed and revoked', async () => {
    const { out: token } = await desk.run([
      'token',
      'create',
      '--name',
      't',
      '--customer',
      'northwind',
    ]);
    expect(token).toMatch(/^hrt_[\w-]{43}\n$/);
    const { url } = JSON.parse(readFileSync(door, 'utf8')) as { url: string };
    const read = () =>
      fetch(`${url}/api/v1/customers`, { headers: { authorization: `Bearer ${token.trim()}` } });
    expect((await read()).status).toBe(200);
    const { out: list } = await desk.run(['token', 'list']);
    expect(list).toContain('events,read');
    await desk.run(['token', 'revoke', list.split(' ')[0] ?? '']);
    expect((await read()).status).toBe(401);
  });

  test('the doctor looks, and a report is written where it was asked for', async () => {
    expect((await desk.run(['doctor'])).out).toContain('its tables are those of this build');
    await desk.run(['report', '--calibration', '--out', 'weeks.txt']);
    expect(readFileSync(join(desk.directory, 'weeks.txt'), 'utf8')).toMatch(/./);
  });

  test('only whoever may read the data directory may command it', async () => {
    expect(statSync(door).mode & 0o777).toBe(0o600);
    const { url, secret } = JSON.parse(readFileSync(door, 'utf8')) as {
      url: string;
      secret: string;
    };
    for (const bearer of [`${secret}x`, 'x'.repeat(43), '']) {
      const response = await fetch(`${url}/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify({ argv: ['token', 'list'], files: {} }),
      });
      expect(response.status).toBe(404);
    }
  });

  test('when it has stopped, a command opens the directory by itself', async () => {
    expect(await stop()).toMatchObject({ code: 0 });
    expect(() => statSync(door)).toThrow();
    expect((await desk.run(['token', 'list'])).out).toContain('revoked');
  });
});
