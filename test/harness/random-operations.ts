import fc from 'fast-check';
import { type Sign, signs } from '../../src/conversation/arrival/inbound.ts';
import { partners } from './lively-crowd.ts';
import { countOf } from './random-words.ts';

export const vendors = ['adv-1', 'adv-2', 'eng-1', 'sales-1', 'mgr-1', 'mgr-2'] as const;

export type Operation =
  | {
      readonly do: 'ask';
      readonly n: number;
      readonly role: string;
      readonly how: number;
      readonly isDirect: boolean;
    }
  | {
      readonly do: 'thread';
      readonly n: number;
      readonly role: string;
      readonly how: number;
      readonly pick: number;
    }
  | {
      readonly do: 'pry';
      readonly n: number;
      readonly at: number;
      readonly how: number;
      readonly target: number;
    }
  | {
      readonly do: 'command';
      readonly who: string;
      readonly how: number;
      readonly n: number;
      readonly where: string;
      readonly at: number;
    }
  | {
      readonly do: 'partner';
      readonly who: string;
      readonly how: number;
      readonly n: number;
      readonly isDirect: boolean;
    }
  | { readonly do: 'press'; readonly who: number; readonly pick: number; readonly at: number }
  | { readonly do: 'event'; readonly n: number; readonly isShared: boolean }
  | { readonly do: 'request'; readonly n: number; readonly which: number }
  | { readonly do: 'sign'; readonly n: number; readonly sign: Sign; readonly pick: number }
  | { readonly do: 'again'; readonly back: number }
  | { readonly do: 'rebind'; readonly n: number; readonly to: number; readonly how: number }
  | {
      readonly do: 'freeze' | 'outage';
      readonly n: number;
      readonly to: number;
      readonly seconds: number;
    }
  | { readonly do: 'pass'; readonly minutes: number };

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const below = (count: number) => fc.nat({ max: count - 1 });

/** Anything anybody may do, as often as it is likely. Only where it `leaps`, hours pass at once: mornings, held phases and farewells come. */
export function operationsOf(customers: number, leaps: 'leaps' | 'stays'): fc.Arbitrary<Operation> {
  const n = below(customers);
  const role = one('lead', 'member');
  const asked = below(countOf.asked);
  const pick = below(400);
  const often = <T extends Operation>(weight: number, arbitrary: fc.Arbitrary<T>) => ({
    weight,
    arbitrary,
  });
  return fc.oneof(
    often(120, fc.record({ do: one('ask' as const), n, role, how: asked, isDirect: fc.boolean() })),
    often(
      20,
      fc.record({ do: one('thread' as const), n, role, how: below(countOf.threaded), pick }),
    ),
    often(
      40,
      fc.record({ do: one('pry' as const), n, at: n, how: below(countOf.pried), target: n }),
    ),
    often(
      140,
      fc.record({
        do: one('command' as const),
        who: one(...vendors),
        how: below(countOf.commanded),
        n,
        where: one('direct', 'direct', 'team', 'shared'),
        at: n,
      }),
    ),
    often(
      100,
      fc.record({
        do: one('press' as const),
        who: below(customers * 2 + vendors.length + partners.length),
        pick,
        at: n,
      }),
    ),
    often(
      60,
      fc.record({
        do: one('partner' as const),
        who: one(...partners.map(({ id }) => id)),
        how: below(countOf.helped),
        // Their own customers and one that is not.
        n: below(Math.min(4, customers)),
        isDirect: one(true, true, true, false),
      }),
    ),
    often(40, fc.record({ do: one('event' as const), n, isShared: fc.boolean() })),
    often(20, fc.record({ do: one('request' as const), n, which: below(3) })),
    often(20, fc.record({ do: one('sign' as const), n, sign: one(...signs), pick })),
    often(20, fc.record({ do: one('again' as const), back: below(30) })),
    often(40, fc.record({ do: one('rebind' as const), n, to: n, how: asked })),
    often(
      20,
      fc.record({
        do: one('freeze' as const),
        n,
        to: n,
        seconds: fc.integer({ min: 2, max: 300 }),
      }),
    ),
    often(
      5,
      // Whatever waits is tried again and again meanwhile, so that a long one costs more than all the rest.
      fc.record({ do: one('outage' as const), n, to: n, seconds: fc.integer({ min: 2, max: 60 }) }),
    ),
    often(20, fc.record({ do: one('pass' as const), minutes: fc.integer({ min: 1, max: 4 }) })),
    often(
      leaps === 'leaps' ? 1 : 0,
      fc.record({ do: one('pass' as const), minutes: fc.integer({ min: 60, max: 900 }) }),
    ),
  );
}
