import { describe, expect, test } from '@jest/globals';
import { type Destination, gate } from '../../../src/delivery/gate.ts';

const place = (over: Partial<Extract<Destination, { kind: 'place' }>> = {}): Destination => ({
  kind: 'place',
  audience: 'shared',
  customerId: 'northwind',
  parkedReason: null,
  outside: [],
  ...over,
});

const person = (over: Partial<Extract<Destination, { kind: 'person' }>> = {}): Destination => ({
  kind: 'person',
  side: 'customer',
  customerId: 'northwind',
  partnerOf: [],
  active: true,
  ...over,
});

describe('the send gate', () => {
  const shared = { audience: 'shared', customerId: 'northwind' } as const;
  const inward = { audience: 'internal', customerId: 'northwind' } as const;
  const about = (customerId: string | null) => ({ audience: 'shared', customerId }) as const;

  test.each([
    ['a shared message to its own customer', shared, place(), true],
    [
      'an internal message to its own internal place',
      inward,
      place({ audience: 'internal' }),
      true,
    ],
    ['a shared message to the internal place', shared, place({ audience: 'internal' }), true],
    [
      'words that name no customer, in a place not set up',
      about(null),
      place({ customerId: null }),
      true,
    ],
    ['an internal message into a shared place', inward, place(), false],
    [
      'an internal message into an internal place that another company reads',
      inward,
      place({ audience: 'internal', outside: ['T0CUST'] }),
      false,
    ],
    ['a message about another customer', about('lakeside'), place(), false],
    ['a message into a place bound to nobody', shared, place({ customerId: null }), false],
    ['anything into a parked place', shared, place({ parkedReason: 'became shared' }), false],
    [
      'an internal message into a place whose audience is unknown',
      inward,
      place({ audience: 'public' }),
      false,
    ],
    ['a shared message to its own customer’s person', shared, person(), true],
    [
      'an internal message to a vendor person',
      inward,
      person({ side: 'vendor', customerId: null }),
      true,
    ],
    ['an internal message to a customer’s person', inward, person(), false],
    ['an internal message to a partner', inward, person({ side: 'partner' }), false],
    [
      'an internal message to a partner who works for its customer',
      inward,
      person({ side: 'partner', partnerOf: ['northwind'] }),
      false,
    ],
    [
      'a shared message to a partner who works for its customer and another',
      shared,
      person({ side: 'partner', customerId: null, partnerOf: ['lakeside', 'northwind'] }),
      true,
    ],
    [
      "a shared message to another customer's partner, whatever else stands in the row",
      shared,
      person({ side: 'partner', partnerOf: ['lakeside'] }),
      false,
    ],
    ['a message about another customer to a person', about('lakeside'), person(), false],
    [
      'a message to somebody who has left',
      inward,
      person({ side: 'vendor', active: false }),
      false,
    ],
    ['a message to a place that is gone', shared, { kind: 'gone' }, false],
  ] as const)('%s', (_promise, letter, destination, passes) => {
    expect(gate(letter, destination).pass).toBe(passes);
  });
});
