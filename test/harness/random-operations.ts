import fc from 'fast-check';
import { type Sign, signs } from '../../src/conversation/arrival/inbound.ts';
import { canaryOf } from './crowd.ts';

/** What somebody types; `n` is the customer it is about or comes from. */
type Words = (n: number) => string;

export const vendors = ['adv-1', 'adv-2', 'eng-1', 'sales-1', 'mgr-1', 'mgr-2'] as const;

const customerWords: readonly Words[] = [
  () => "what's happening now?",
  () => 'what happened since yesterday?',
  () => 'what is next?',
  () => 'who is with us tonight?',
  () => 'page',
  () => 'the ledger is down, nobody can work',
  () => 'I am worried about tomorrow',
  () => 'this is the third time nobody calls back',
  () => 'thank you, that helped',
  () => 'thank you, you can stop calling',
  () => 'please check in every morning',
  () => 'less please',
  () => 'not before 9',
  () => 'yes',
  () => 'no',
  () => '1',
  () => '2',
  () => 'all good',
  () => 'fine, one thing',
  () => 'the new screens are slow to open',
  () => 'worried',
  () => 'what did you promise us?',
  () => 'what is on our bill?',
  () => 'is my invoice right?',
  () => 'should we upgrade before month-end?',
  () => 'can we move the cutover to next week?',
  () => 'it works again',
  () => 'it came back',
  () => 'hello',
  () => 'help',
  () => 'call me at 7 on +44 20 7946 0018',
  () => 'tell me when the copy is done',
  () => 'no, it can wait',
  () => 'I approve',
  () => 'not yet',
  n => `ask member ${canaryOf(n)} from now on`,
  n => `I'm off to bed, lead ${canaryOf(n)} takes over`,
  () => 'I want to speak to your manager',
  n => `frankly it is unacceptable that the month-end reports ${canaryOf(n)} take an hour`,
  n =>
    `I am disappointed that month-end reports ${canaryOf(n)} are so slow, this is not good enough`,
  n => `You useless idiots, the month-end reports ${canaryOf(n)} are wrong again`,
];

const threadWords: readonly Words[] = [
  () => 'quiet in this thread, please',
  () => 'you can speak in this thread again',
  () => 'still broken',
  () => 'that did it, thank you',
  () => "what's happening now?",
  () => 'tell me when the copy is done',
];

const prying: readonly Words[] = [
  target => `brief customer-${target}`,
  target => `what's happening at Customer ${target}?`,
  target => `status customer-${target}`,
  target => `publish customer-${target}`,
  target => `why customer-${target}`,
  target => `who is with customer-${target}?`,
  target => `bill customer-${target}`,
  target => `voice customer-${target}`,
  target => `words customer-${target}`,
  () => 'voice',
  () => 'portfolio',
  () => 'pages',
  () => 'audit',
  () => 'brief',
];

let made = 0;
/** A word of the vendor's own about customer number `n` that no customer may ever read. */
export const secret = (n: number): string => {
  made += 1;
  return `geheim${String(n).padStart(3, '0')}x${made}`;
};
/** A word that stands in one published fact alone. */
const publication = (): string => {
  made += 1;
  return `nr${made}x`;
};

const vendorWords: readonly Words[] = [
  n => `log customer-${n}: the disk ${secret(n)} is nearly full`,
  n => `publish customer-${n}: half of it is copied ${canaryOf(n)} ${publication()}`,
  n => `publish customer-${n}`,
  n => `brief customer-${n}`,
  n => `why customer-${n}`,
  n => `status customer-${n}`,
  n => `audit customer-${n}`,
  n => `milestone customer-${n} backup underway`,
  n => `milestone customer-${n} backup done`,
  n => `milestone customer-${n} check done`,
  n => `milestone customer-${n} copy underway`,
  n => `milestone customer-${n} copy late because the disk is slow, now 04:00`,
  n => `milestone customer-${n} copy late, now 02:30`,
  n => `milestone customer-${n} copy done`,
  n => `milestone customer-${n} copy rolled back`,
  n => `milestone customer-${n} open done`,
  n => `promise customer-${n}: call back about ${secret(n)} by tomorrow 10:00`,
  n => `promise customer-${n} shared: send the report ${publication()} by tomorrow 10:00`,
  () => 'kept report',
  () => 'moved report to tomorrow 16:00 because the numbers are late',
  n => `task customer-${n}: look after ${secret(n)}`,
  n => `page customer-${n}: internal alarm ${secret(n)}`,
  n => `cadence customer-${n} every 2 days because ${secret(n)}`,
  n => `pause customer-${n} until tomorrow because ${secret(n)}`,
  n => `resume customer-${n}`,
  n => `graduate customer-${n} because all is calm`,
  n => `ask customer-${n}: member ${canaryOf(n)}`,
  n => `drill customer-${n}`,
  n => `review customer-${n}`,
  n => `approve R-${n}-1`,
  n => `approve R-${n}-2`,
  () => 'voice',
  n => `voice customer-${n}`,
  n => `voice ${1 + (n % 2)}`,
  n => `voice ${1 + (n % 2)} is Slow reports`,
  n => `voice ${1 + (n % 2)} decided: from Monday somebody asks lead ${canaryOf(n)} first`,
  n => `voice ${1 + (n % 2)} done: since Monday they are quick ${publication()}`,
  () => 'voice 1 tell',
  () => 'voice 2 tell',
  n => `words customer-${n}`,
  n => `query R-${n}-2: was this ${secret(n)}?`,
  n => `explain R-${n}-2: yes, ${secret(n)}`,
  () => 'portfolio',
  () => 'pages',
  () => 'tasks',
  () => 'ack',
  () => 'pass to Vendor eng-1 impact: nobody can post tried: a restart needed: the logs',
  () => 'add Vendor adv-2',
  () => 'snooze 20m',
  () => 'resolve it was a full queue',
  () => 'update still looking',
  () => 'update shared: half of it is mended',
  () => 'resolve shared: the queue moves again',
  () => 'next in 20 minutes',
  () => 'undo',
  () => 'done',
  () => 'who',
  () => 'on-call',
  () => 'cover me tonight',
  () => 'help',
  () => 'yes',
];

/** The words numbered so. */
export const words = {
  asked: (how: number, n: number) => customerWords[how]?.(n) ?? '',
  threaded: (how: number, n: number) => threadWords[how]?.(n) ?? '',
  pried: (how: number, n: number) => prying[how]?.(n) ?? '',
  commanded: (how: number, n: number) => vendorWords[how]?.(n) ?? '',
};

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
  const asked = below(customerWords.length);
  const pick = below(400);
  const often = <T extends Operation>(weight: number, arbitrary: fc.Arbitrary<T>) => ({
    weight,
    arbitrary,
  });
  return fc.oneof(
    often(120, fc.record({ do: one('ask' as const), n, role, how: asked, isDirect: fc.boolean() })),
    often(
      20,
      fc.record({ do: one('thread' as const), n, role, how: below(threadWords.length), pick }),
    ),
    often(
      40,
      fc.record({ do: one('pry' as const), n, at: n, how: below(prying.length), target: n }),
    ),
    often(
      140,
      fc.record({
        do: one('command' as const),
        who: one(...vendors),
        how: below(vendorWords.length),
        n,
        where: one('direct', 'direct', 'team', 'shared'),
        at: n,
      }),
    ),
    often(
      100,
      fc.record({
        do: one('press' as const),
        who: below(customers * 2 + vendors.length),
        pick,
        at: n,
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
