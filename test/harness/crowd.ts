/** Many customers in one vendor, each with words of its own that nobody else may ever read. */
export interface Crowd {
  readonly setup: Record<string, unknown>;
  readonly ids: readonly string[];
}

/** The word by which customer number `n`'s facts are recognised wherever they turn up. */
export const canaryOf = (n: number): string => `kanarie${String(n).padStart(3, '0')}`;
/** The word that only the vendor's people may read about customer number `n`. */
export const secretOf = (n: number): string => `geheim${String(n).padStart(3, '0')}x0`;

const windowFrom = '2026-03-06T18:00:00-05:00';

/** A setup mapping with `count` customers, one vendor, one schedule and one escalation policy. */
export function crowdOf(count: number): Crowd {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return {
    ids: numbers.map(customerId),
    setup: {
      organisation: { name: 'Vendor', timeZone: 'Europe/London' },
      people: [...vendorPeople(), ...numbers.flatMap(customerPeople)],
      customers: numbers.map(customer),
      schedules: [
        {
          id: 'duty',
          timeZone: 'Europe/London',
          rotation: { every: '1w', start: '2026-03-02T09:00', people: ['adv-2', 'eng-1'] },
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
    },
  };
}

const customerId = (n: number) => `customer-${n}`;

function vendorPeople() {
  return ['adv-1', 'adv-2', 'eng-1', 'sales-1', 'mgr-1', 'mgr-2'].map(id => ({
    id,
    name: `Vendor ${id}`,
    side: 'vendor',
    timeZone: 'Europe/London',
  }));
}

function customerPeople(n: number) {
  return ['lead', 'member'].map(role => ({
    id: `${role}-${n}`,
    name: `${role} ${canaryOf(n)}`,
    side: 'customer',
    customer: customerId(n),
    timeZone: 'America/New_York',
  }));
}

function customer(n: number) {
  return {
    id: customerId(n),
    name: `Customer ${canaryOf(n)}`,
    timeZone: 'America/New_York',
    businessHours: {
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      from: '09:00',
      to: '17:00',
      holidays: [],
    },
    brief: `Careful with ${secretOf(n)}`,
    people: {
      leader: `lead-${n}`,
      members: [`member-${n}`],
      advocate: n % 2 === 0 ? 'adv-1' : 'adv-2',
      backup: 'adv-2',
      sales: 'sales-1',
      manager: n % 3 === 0 ? 'mgr-2' : 'mgr-1',
    },
    places: [
      { id: `${customerId(n)}-shared`, audience: 'shared' },
      { id: `${customerId(n)}-team`, audience: 'internal' },
    ],
    escalation: 'default',
    transitions: [transition(n)],
  };
}

function transition(n: number) {
  const step = (id: string, from: string, until: string) => ({
    id,
    name: `${id} ${canaryOf(n)}`,
    from,
    until,
  });
  return {
    id: 'go-live',
    kind: 'go-live',
    name: `Go-live ${canaryOf(n)}`,
    window: { from: windowFrom, until: '2026-03-07T06:00:00-05:00' },
    milestones: [
      step('backup', windowFrom, '2026-03-06T19:00:00-05:00'),
      step('copy', '2026-03-06T19:00:00-05:00', '2026-03-06T23:00:00-05:00'),
      step('open', '2026-03-07T01:00:00-05:00', '2026-03-07T02:00:00-05:00'),
    ],
  };
}
