import { openTestWorld, type TestWorld } from '../../harness/world.ts';

/** Two customers who must never hear of each other, and the vendor's people around them. */
export const setup = {
  organisation: { name: 'Fernhollow', timeZone: 'Europe/London' },
  people: [
    vendor('adv-1', 'Nora Whitfield'),
    vendor('adv-2', 'Tom Adeyemi'),
    vendor('eng-1', 'Idris Bello'),
    vendor('sales-1', 'Petra Lindqvist'),
    vendor('mgr-1', 'Helen Marsh'),
    vendor('mgr-2', 'Otto Brandt'),
    customerPerson('lead-1', 'Ana Lima', 'northwind'),
    customerPerson('member-1', 'Ben Ito', 'northwind'),
    customerPerson('lead-2', 'Zuleika Quist', 'lakeside'),
  ],
  customers: [
    customer('northwind', 'Northwind', {
      leader: 'lead-1',
      members: ['member-1'],
      advocate: 'adv-1',
      backup: 'adv-2',
      sales: 'sales-1',
      manager: 'mgr-1',
    }),
    customer('lakeside', 'Lakeside', {
      leader: 'lead-2',
      members: [],
      advocate: 'adv-2',
      backup: 'adv-1',
      sales: 'sales-1',
      manager: 'mgr-2',
    }),
  ],
  schedules: [
    {
      id: 'duty',
      timeZone: 'Europe/London',
      rotation: { every: '1w', start: '2026-03-02T09:00', people: ['eng-1', 'adv-2'] },
      overrides: [],
    },
  ],
  escalations: [
    {
      id: 'default',
      levels: [
        { to: ['advocate'], wait: '5m' },
        { to: [{ schedule: 'duty' }], wait: '5m' },
        { to: ['manager'], wait: '10m' },
      ],
      repeat: 2,
    },
  ],
};

function vendor(id: string, name: string) {
  return { id, name, side: 'vendor', timeZone: 'Europe/London', contact: [{ via: 'chat' }] };
}

function customerPerson(id: string, name: string, customerId: string) {
  return { id, name, side: 'customer', customer: customerId, timeZone: 'America/New_York' };
}

function customer(id: string, name: string, people: Record<string, unknown>) {
  return {
    id,
    name,
    timeZone: 'America/New_York',
    businessHours: {
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      from: '09:00',
      to: '17:00',
      holidays: [],
    },
    brief: `Handle ${name} with care`,
    people,
    places: [
      { id: `${id}-shared`, audience: 'shared' },
      { id: `${id}-team`, audience: 'internal' },
    ],
    escalation: 'default',
    transitions: [
      {
        id: 'erp',
        kind: id === 'northwind' ? 'go-live' : 'upgrade',
        name: `${name} ledger`,
        window: { from: '2026-03-06T18:00:00-05:00', until: '2026-03-07T06:00:00-05:00' },
        milestones: [
          {
            id: 'backup',
            name: 'Back up the old system',
            from: '2026-03-06T18:00:00-05:00',
            until: '2026-03-06T19:00:00-05:00',
          },
          {
            id: 'copy',
            name: 'Copy the balances',
            from: '2026-03-06T19:00:00-05:00',
            until: '2026-03-06T23:00:00-05:00',
          },
          {
            id: 'copy-stock',
            name: 'Copy the stock',
            from: '2026-03-06T23:00:00-05:00',
            until: '2026-03-07T01:00:00-05:00',
          },
        ],
      },
    ],
  };
}

/** In the window, unless told otherwise: Friday evening, the copy of the balances is planned next. */
export const inWindow = '2026-03-06T18:20:00-05:00';
/** A quiet Wednesday morning, eleven days after. */
export const after = '2026-03-18T10:00:00-04:00';

export function openRoom(at: string = inWindow): Promise<TestWorld> {
  return openTestWorld(setup, { at });
}
