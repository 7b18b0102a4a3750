import type { Person } from '../../../customers/person.ts';
import { loadStored } from '../../../setup/stored/load-stored.ts';
import { setupText } from '../../../setup/stored/setup-text.ts';
import type { Trip } from '../../../shared/database.ts';

/** So many customers stand in one text; more are brought in from a file. */
const most = 100;

/** The setup as a text, for whoever may change it. */
export interface SetupLook {
  readonly text: string;
  readonly total: number;
  readonly shown: number;
}

/** What bringing a setup in would do. */
export interface SetupTried {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly parked: readonly string[];
  readonly values: readonly {
    readonly path: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** What somebody has written into the field, and what came of looking at it. */
export interface SetupWritten {
  readonly text: string;
  readonly problems: readonly string[];
  readonly tried: SetupTried | null;
}

/** Everything the setup says, as its file would; of the first hundred customers when there are more. */
export async function loadSetup({ tx }: Pick<Trip, 'tx'>): Promise<SetupLook> {
  const customers = await tx.customer.findMany({
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  });
  const ids = customers.map(({ id }) => id);
  const total = await tx.customer.count();
  return { text: setupText(await loadStored(tx, ids)), total, shown: ids.length };
}

/** May this person change what the setup says? Whoever is manager of a customer may; where nobody is, each of the vendor's people. */
export async function maySetUp({ tx }: Pick<Trip, 'tx'>, { id }: Person): Promise<boolean> {
  const own = await tx.customer.count({ where: { managerId: id } });
  if (own > 0) return true;
  return (await tx.customer.count({ where: { managerId: { not: null } } })) === 0;
}
