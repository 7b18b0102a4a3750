import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleSetup } from '../../unit/setup/example.ts';
import { createDesk, type Ended } from './io.ts';

const desk = createDesk({ PORT: '0', LOG_LEVEL: 'silent' });
let stop: () => Promise<Ended>;
beforeAll(async () => {
  writeFileSync(join(desk.directory, 'northwind.setup.yaml'), exampleSetup);
  stop = await desk.start();
  await desk.run(['import', 'northwind.setup.yaml']);
});
afterAll(() => desk.clear());

describe('a backup of the embedded database', () => {
  test('is made while Handrail runs, and puts back what was there then', async () => {
    await desk.run(['token', 'create', '--name', 'before', '--customer', 'northwind']);
    const made = await desk.run(['backup', 'night.backup']);
    expect(made).toMatchObject({ code: 0, out: 'night.backup\n' });
    await desk.run(['token', 'create', '--name', 'after', '--customer', 'northwind']);
    expect((await desk.run(['token', 'list'])).out).toMatch(/before\n.*after\n/);

    const early = await desk.run(['restore', 'night.backup']);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('in use by process')]);

    expect(await stop()).toMatchObject({ code: 0 });
    const restored = await desk.run(['restore', 'night.backup']);
    expect(restored).toMatchObject({ code: 0, err: '' });
    const { out } = await desk.run(['token', 'list']);
    expect(out).toMatch(/before\n$/);
    expect(out).not.toContain('after');
  });

  test('that is none changes nothing', async () => {
    writeFileSync(join(desk.directory, 'odd.backup'), 'no backup');
    const { code, err } = await desk.run(['restore', 'odd.backup']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^odd\.backup: is no backup/)]);
    expect((await desk.run(['token', 'list'])).out).toContain('before');
  });
});
