import { keptBy } from '../../../customers/list-own.ts';
import type { Person } from '../../../customers/person.ts';
import { loadStored, type Stored } from '../../../setup/stored/load-stored.ts';
import { setupText } from '../../../setup/stored/setup-text.ts';
import { withinCustomers } from '../../../setup/stored/within-customers.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Download } from './sheet.ts';

/** Everything the setup says of the customers that this person answers for, and of what all share, as one file. */
export async function loadSetupFile(
  { tx }: Pick<Trip, 'tx'>,
  { id: personId }: Pick<Person, 'id'>,
): Promise<Download> {
  const rows = await tx.customer.findMany({
    where: keptBy(personId),
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  const stored = await loadStored(tx, ids);
  const hooks = withinCustomers('hooks', stored.hooks, ids);
  const webhooks = withinCustomers('webhooks', stored.webhooks, ids);
  return { fileName: 'setup.yaml', pieces: piecesOf({ ...stored, hooks, webhooks }) };
}

/** So many customers are written at once, within the time of one page. */
const atOnce = 50;

function* piecesOf({ organisation, people, customers, ...others }: Stored): Generator<string> {
  yield setupText({ organisation, people });
  for (let from = 0; from < customers.length; from += atOnce) {
    const text = setupText({ customers: customers.slice(from, from + atOnce) });
    yield from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  }
  yield setupText(others);
}
