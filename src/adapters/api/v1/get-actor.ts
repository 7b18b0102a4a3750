import { findCustomer } from '../../../customers/find-customer.ts';
import { findPerson } from '../../../customers/find-person.ts';
import { type ActionName, mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import { listPagedIds } from '../../../paging/page/find-pages.ts';
import type { Tx } from '../../../shared/database.ts';
import { HttpProblem } from '../problem.ts';
import { refused } from './operation.ts';

interface Act {
  readonly doing: ActionName;
  readonly customerId: string;
  readonly pageId?: string;
}

/**
 * The person in whose name a system acts, with the rights they have in chat and no others. Throws the problem to answer
 * with when there is no such person, or they may not.
 */
export async function getActor(tx: Tx, personId: string, act: Act): Promise<Person> {
  const { doing, customerId, pageId } = act;
  const person = await findPerson(tx, personId);
  if (!person?.active)
    throw refused(
      [422, 'invalid-body'],
      [{ field: 'by', detail: 'is nobody who is here; write the id of a person of the setup' }],
    );
  const customer = await findCustomer(tx, customerId);
  const about = {
    customerId,
    managerId: customer?.managerId ?? null,
    placeCustomerId: null,
    ...(pageId !== undefined && { pagedIds: await listPagedIds(tx, pageId) }),
  };
  if (mayDo(doing, person, about)) return person;
  throw new HttpProblem(
    [403, 'person-may-not'],
    `${person.name} may not do that here, and no token changes what a person may.`,
  );
}
