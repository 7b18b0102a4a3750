import type { TransitionKind } from '../confidence/policy.ts';
import { isoInstant, isTimeZone } from '../shared/time.ts';

/** What somebody says who begins with nothing. */
export interface FirstAnswers {
  readonly organisation: string;
  readonly name: string;
  readonly timeZone: string;
  /** Where they are called at night; empty = nowhere but chat. */
  readonly phone: string;
  readonly customer: string;
  readonly customerTimeZone: string;
  readonly leader: string;
  readonly transition: string;
  readonly kind: TransitionKind;
  /** On the customer's clock, "2026-03-06T18:00". */
  readonly from: string;
  readonly until: string;
}

const me = 'you';

/**
 * The smallest setup with which care begins, as a setup file would say it: one customer, who leads there, whoever
 * writes this as its advocate and manager, its two places, its window, and a ladder that ends with them.
 */
export function firstSetup(answers: FirstAnswers): Readonly<Record<string, unknown>> {
  const { organisation, name, timeZone, phone, leader, customerTimeZone, transition } = answers;
  const customer = idOf(answers.customer);
  const leaderId = `${customer}-lead`;
  const call = phone === '' ? [] : [{ via: 'voice', to: phone, after: '2m' }];
  return {
    organisation: { name: organisation, timeZone },
    people: [
      { id: me, name, side: 'vendor', timeZone, contact: [{ via: 'chat' }, ...call] },
      { id: leaderId, name: leader, side: 'customer', customer, timeZone: customerTimeZone },
    ],
    customers: [
      {
        id: customer,
        name: answers.customer,
        timeZone: customerTimeZone,
        people: { leader: leaderId, advocate: me, manager: me },
        places: [
          { id: `${customer}-shared`, audience: 'shared' },
          { id: `${customer}-team`, audience: 'internal' },
        ],
        escalation: 'default',
        transitions: [
          {
            id: idOf(transition),
            kind: answers.kind,
            name: transition,
            window: {
              from: momentIn(answers.from, customerTimeZone),
              until: momentIn(answers.until, customerTimeZone),
            },
          },
        ],
      },
    ],
    escalations: [
      {
        id: 'default',
        levels: [{ to: ['advocate'], wait: '5m' }],
        repeat: 3,
        fallback: ['manager'],
      },
    ],
  };
}

/** Whom such a setup makes the first of the vendor's people. */
export const firstPersonId = me;

/** "northwind-ltd" for "Northwind Ltd."; "first" where nothing of it can stand in an id. */
function idOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return id.slice(0, 40) || 'first';
}

/** A time on the customer's clock as an instant; as it was written where it or the zone cannot be read, which is then said. */
function momentIn(written: string, timeZone: string): string {
  if (!isTimeZone(timeZone) || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(written)) return written;
  return isoInstant(written, timeZone).toISOString();
}
