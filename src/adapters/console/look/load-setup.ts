import { listKeepers } from '../../../customers/list-keepers.ts';
import { keptBy } from '../../../customers/list-own.ts';
import type { Person } from '../../../customers/person.ts';
import { loadStored } from '../../../setup/stored/load-stored.ts';
import { setupText } from '../../../setup/stored/setup-text.ts';
import type { Trip } from '../../../shared/database.ts';

/** So many customers stand in one text; more are brought in from a file. */
const most = 100;

/** The setup as a text, for whoever may change it. */
export interface SetupLook {
  readonly text: string;
  /** How many customers whoever looks answers for, and how many of them stand in the text. */
  readonly total: number;
  readonly shown: number;
  /** They answer for every customer, so that also what all of them share is theirs to change. */
  readonly isWhole: boolean;
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

/** Everything the setup says of the customers that this person answers for, as its file would; of the first hundred when there are more. */
export async function loadSetup(
  { tx }: Pick<Trip, 'tx'>,
  { id: personId }: Pick<Person, 'id'>,
): Promise<SetupLook> {
  const where = keptBy(personId);
  const customers = await tx.customer.findMany({
    where,
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  });
  const ids = customers.map(({ id }) => id);
  const total = await tx.customer.count({ where });
  const keeperIds = await listKeepers(tx, 'all');
  return {
    text: setupText(await loadStored(tx, ids)),
    total,
    shown: ids.length,
    isWhole: keeperIds.every(id => id === personId),
  };
}
