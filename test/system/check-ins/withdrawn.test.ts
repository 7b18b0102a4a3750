import { afterEach, expect, test } from '@jest/globals';
import { hour, minute } from '../../../src/shared/time.ts';
import { buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
afterEach(() => world.close());

async function ask(text: string): Promise<string> {
  const said = await world.says('adv-1', null, text);
  return said.map(line => line.text).join('\n');
}

const percentIn = (told: string) => Number(/Confidence is \w+ \((\d+) %\)/.exec(told)?.[1]);

test('a step called late that ends within its plan counts no longer: why says so, and confidence is back where it was', async () => {
  world = await openTestWorld(buildNorthwind(), { at: '2026-03-06T17:00:00-05:00' });
  await world.pass(65 * minute);
  await ask('milestone backup underway');
  const before = percentIn(await ask('why northwind'));
  await ask('milestone backup late');
  const late = await ask('why northwind');
  expect(late).toContain('milestone late');
  expect(percentIn(late)).toBeLessThan(before);
  await world.pass(5 * minute);
  await ask('milestone backup done');
  const after = await ask('why northwind');
  expect(after).toContain('"milestone late" of Fri 6 Mar turned out to be none');
  expect(after).toContain('Withdrawn: it ended within its plan.');
  expect(percentIn(after)).toBeGreaterThanOrEqual(before);
  await world.pass(hour);
});
