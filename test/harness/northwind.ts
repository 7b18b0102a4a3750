/** Part of a setup file, as YAML would give it. */
export type Mapping = Readonly<Record<string, unknown>>;
type Named = Mapping & { readonly id: string };
type CustomerMapping = Named & {
  readonly people: Mapping;
  readonly places: readonly Named[];
  readonly transitions: readonly Mapping[];
};

/** A whole setup file. */
export type SetupMapping = {
  readonly organisation: Mapping;
  readonly people: readonly Named[];
  readonly customers: readonly CustomerMapping[];
  readonly schedules: readonly Named[];
  readonly escalations: readonly Named[];
};

/** The people of the examples, and those of Lakeside, who must never hear of Northwind. */
const names = {
  'adv-1': 'Nora Whitfield',
  'adv-2': 'Tom Adeyemi',
  'eng-1': 'Idris Bello',
  'eng-2': 'Mei Tanaka',
  'sales-1': 'Petra Lindqvist',
  'mgr-1': 'Helen Marsh',
  'mgr-2': 'Otto Brandt',
  'lead-1': 'Daniel Reyes',
  'member-1': 'Grace Kim',
  'lead-2': 'Zuleika Quist',
} as const;

export type PersonId = keyof typeof names;

/** What Northwind's night is made of, in the order it is planned. */
const steps = {
  backup: ['Back up the old system', '2026-03-06T18:00:00-05:00', '2026-03-06T19:00:00-05:00'],
  copy: ['Copy the balances', '2026-03-06T19:00:00-05:00', '2026-03-06T23:00:00-05:00'],
  'copy-stock': ['Copy the stock', '2026-03-06T23:00:00-05:00', '2026-03-07T01:00:00-05:00'],
  open: ['Open the new ledger', '2026-03-07T01:00:00-05:00', '2026-03-07T02:00:00-05:00'],
} as const;

/** When everybody works. */
export const weekdays = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '17:00',
} as const;

/** Somebody of the vendor, in London and reached in chat. */
export function vendorPerson(id: PersonId, over: Mapping = {}): Named {
  const contact = [{ via: 'chat' }];
  return { id, name: names[id], side: 'vendor', timeZone: 'Europe/London', contact, ...over };
}

/** Somebody of a customer's, in New York. */
export function customerPerson(id: PersonId, customer: string, over: Mapping = {}): Named {
  return { id, name: names[id], side: 'customer', customer, timeZone: 'America/New_York', ...over };
}

/** Steps of Northwind's night. */
export function stepsOf(...ids: (keyof typeof steps)[]): Mapping[] {
  return ids.map(id => {
    const [name, from, until] = steps[id];
    return { id, name, from, until };
  });
}

/** A go-live on the night from Friday 6 to Saturday 7 March 2026, New York's clock. */
export function buildGoLive(over: Mapping = {}): Mapping {
  return {
    id: 'erp',
    kind: 'go-live',
    name: 'ERP go-live',
    window: { from: '2026-03-06T18:00:00-05:00', until: '2026-03-07T06:00:00-05:00' },
    milestones: stepsOf('backup', 'copy', 'open'),
    ...over,
  };
}

/** A customer in New York with a channel of its own and one of the vendor's; Northwind unless another is named. */
export function buildCustomer(over: Partial<CustomerMapping> = {}): CustomerMapping {
  const { id = 'northwind' } = over;
  return {
    id,
    name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    timeZone: 'America/New_York',
    businessHours: weekdays,
    people: {
      leader: 'lead-1',
      members: ['member-1'],
      advocate: 'adv-1',
      backup: 'adv-2',
      sales: 'sales-1',
      manager: 'mgr-1',
    },
    places: [
      { id: `${id}-shared`, audience: 'shared' },
      { id: `${id}-team`, audience: 'internal' },
    ],
    escalation: 'default',
    transitions: [buildGoLive()],
    ...over,
  };
}

/** Who is on call for everybody, week about. */
export function buildDuty(people: readonly PersonId[] = ['eng-1', 'adv-2']): Named {
  const rotation = { every: '1w', start: '2026-03-02T09:00', people };
  return { id: 'duty', timeZone: 'Europe/London', rotation, overrides: [] };
}

/** The advocate, then whoever is on call, then the manager. */
export function buildEscalation(over: Mapping = {}): Named {
  return {
    id: 'default',
    levels: [
      { to: ['advocate'], wait: '5m' },
      { to: [{ schedule: 'duty' }], wait: '5m' },
      { to: ['manager'], wait: '10m' },
    ],
    repeat: 2,
    ...over,
  };
}

/** The one setup that tests are told in: Northwind before its night, and the vendor's people around it. */
export function buildNorthwind(over: Partial<SetupMapping> = {}): SetupMapping {
  return {
    organisation: { name: 'Fernhollow', timeZone: 'Europe/London' },
    people: [
      ...(['adv-1', 'adv-2', 'eng-1', 'sales-1', 'mgr-1'] as const).map(id => vendorPerson(id)),
      customerPerson('lead-1', 'northwind'),
      customerPerson('member-1', 'northwind'),
    ],
    customers: [buildCustomer()],
    schedules: [buildDuty()],
    escalations: [buildEscalation()],
    ...over,
  };
}
