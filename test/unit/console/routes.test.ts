import { describe, expect, test } from '@jest/globals';
import { type Route, routes } from '../../../src/adapters/console/door/routes.ts';
import { mayDo, permissions } from '../../../src/customers/permission.ts';

const all: readonly [string, Route][] = Object.entries(routes);
const customers = {
  id: 'lead-1',
  side: 'customer',
  customerId: 'northwind',
  partnerOf: [],
} as const;

describe('an address of the console', () => {
  test('is open to strangers only where it is the door itself', () => {
    expect(all.filter(([, { may }]) => may === null).map(([name]) => name)).toEqual([
      'home',
      'asset',
      'door',
      'askForLink',
      'link',
      'signIn',
      'elsewhere',
      'back',
      'begin',
      'makeBegin',
    ]);
  });

  test.each(all.filter(([, { may }]) => may !== null))(
    'is for the vendor alone: %s',
    (_, route) => {
      expect(route.audience).toBe('internal');
      const about = { customerId: 'lakeside', managerId: null, placeCustomerId: null };
      expect(route.may !== null && mayDo(route.may, customers, about)).toBe(false);
      expect(route.may !== null && mayDo(route.may, null, about)).toBe(false);
    },
  );

  test('is decided on the customer or page that it names, else on whom whoever asks answers for', () => {
    for (const [name, { path, about, may }] of all) {
      const named = path.includes(':pageId')
        ? 'page'
        : path.includes(':customerId')
          ? 'customer'
          : may !== null && permissions[may].includes('keeper')
            ? 'own'
            : 'nothing';
      expect([name, about]).toEqual([name, named]);
    }
  });

  test('stands once in the table for each method', () => {
    const said = all.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(said).size).toBe(said.length);
  });
});
