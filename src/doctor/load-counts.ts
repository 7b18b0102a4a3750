import { type Customer, customerFrom } from '../customers/customer.ts';
import { type Person, personFrom } from '../customers/person.ts';
import { type Place, placeFrom } from '../customers/place.ts';
import { listSchedules } from '../on-call/list-schedules.ts';
import type { Schedule } from '../on-call/schedule.ts';
import { type Escalation, escalationFrom } from '../paging/ladder/escalation.ts';
import type { SetupImport } from '../setup/setup-import.ts';
import type { Tx } from '../shared/database.ts';

/** Everything that was imported, as the doctor looks at it. */
export interface Counts {
  readonly customers: readonly Customer[];
  readonly places: readonly Place[];
  readonly people: readonly Person[];
  /** People whom some platform knows. */
  readonly identified: ReadonlySet<string>;
  readonly schedules: readonly Schedule[];
  readonly escalations: ReadonlyMap<string, Escalation>;
  /** The last import of a large file. */
  readonly lastImport: SetupImport | null;
}

/** Reads everything that was imported, whole tables at a time. */
export async function loadStanding(tx: Tx): Promise<Counts> {
  const policies = await tx.escalationPolicy.findMany();
  const identities = await tx.personIdentity.findMany({ distinct: ['personId'] });
  return {
    customers: (await tx.customer.findMany({ orderBy: { id: 'asc' } })).map(customerFrom),
    places: (await tx.place.findMany()).map(placeFrom),
    people: (await tx.person.findMany({ orderBy: { id: 'asc' } })).map(personFrom),
    identified: new Set(identities.map(({ personId }) => personId)),
    schedules: await listSchedules(tx),
    escalations: new Map(
      policies.map(row => [row.id, { ...escalationFrom(row), firstRound: 0 }] as const),
    ),
    lastImport: await tx.setupImport.findFirst({ orderBy: { startedAt: 'desc' } }),
  };
}
