import { expect, test } from '@jest/globals';
import { setupFrom } from '../../../src/setup/setup.ts';
import { openTestWorld } from '../../harness/world.ts';
import { setup } from './room.ts';

const withWords = (words: Record<string, unknown>) => ({
  ...setup,
  customers: setup.customers.map(each => (each.id === 'northwind' ? { ...each, words } : each)),
});

test('what a customer calls its system is known as soon as the setup file says so', async () => {
  const world = await openTestWorld(withWords({ systems: ['the blue box'] }), {
    at: '2026-03-06T20:00:00Z',
  });
  try {
    await world.says('lead-1', 'northwind-shared', 'the blue box is down, nobody can work');
    expect(await world.stage.world.ports.database.client.page.count()).toBe(1);
  } finally {
    await world.close();
  }
});

test('a kind of words that we do not know is refused', () => {
  expect(() => setupFrom(withWords({ gadgets: ['the blue box'] }))).toThrow(/gadgets/);
});
