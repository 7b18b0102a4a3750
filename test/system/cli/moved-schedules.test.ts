import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readSetup } from '../../../src/setup/setup.ts';
import { createDesk, type Desk } from './io.ts';

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => desk.clear());

const exported = (name: string) => resolve(`test/unit/setup/exports/${name}.json`);

test.each([
  ['pagerduty', ['daily-engineering-rotation'], ''],
  ['opsgenie', ['platform-days', 'platform-nights'], 'the team ops_team was left out'],
])(
  'what is shown of an export of %s stands in a setup file as it is',
  async (product, ids, left) => {
    const { code, out, err } = await desk.run(['import', '--from', product, exported(product)]);
    expect(code).toBe(0);
    expect(err).toContain(left);
    const rest = [
      'organisation: { name: Fernhollow, timeZone: Europe/London }',
      `escalations: [{ id: default, levels: [{ to: [{ schedule: ${ids[0]} }], wait: 5m }] }]`,
    ];
    const setup = readSetup(`${out}${rest.join('\n')}\n`, 'moved.setup.yaml');
    expect(setup.schedules.map(({ id }) => id)).toEqual(ids);
  },
);

test('what is no such export is refused, and what to give instead is said', async () => {
  writeFileSync(resolve(desk.directory, 'other.json'), '{"schedules": "none"}');
  writeFileSync(resolve(desk.directory, 'page.html'), '<html></html>');
  const other = await desk.run(['import', '--from', 'opsgenie', 'other.json']);
  expect(other).toMatchObject({
    code: 2,
    err: expect.stringContaining('is no export of schedules'),
  });
  const page = await desk.run(['import', '--from', 'pagerduty', 'page.html']);
  expect(page).toMatchObject({ code: 2, err: expect.stringContaining('is not JSON') });
});
