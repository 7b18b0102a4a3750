import { findCustomer } from '../../../customers/find-customer.ts';
import { type About, mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import { listPagedIds } from '../../../paging/page/find-pages.ts';
import type { Trip } from '../../../shared/database.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { Route } from './routes.ts';

/** The parts of an address that vary, by name. */
export type Params = Readonly<Record<string, string | undefined>>;

/** The one answer for what is not there, and for what this person may not see or do. */
export function nothingHere(): HttpProblem {
  return new HttpProblem([404, 'no-such-address'], 'There is nothing at this address.');
}

/** Refuses whoever may not ask for this, as if there were nothing. */
export async function assertMay(
  trip: Pick<Trip, 'tx'>,
  route: Route,
  asking: { readonly person: Person; readonly params: Params },
): Promise<void> {
  if (route.may === null) return;
  const about = await findAbout(trip, route, asking.params);
  if (!about || !mayDo(route.may, asking.person, about)) throw nothingHere();
}

/** What it is about; null when there is no such thing. */
async function findAbout(
  { tx }: Pick<Trip, 'tx'>,
  { about }: Route,
  { customerId, pageId = '' }: Params,
): Promise<About | null> {
  switch (about) {
    case 'nothing':
      return { customerId: '', managerId: null, placeCustomerId: null };
    case 'customer': {
      const customer = await findCustomer(tx, customerId);
      return customer && aboutOf(customer);
    }
    case 'page': {
      const page = await tx.page.findUnique({
        where: { id: pageId },
        select: { customerId: true },
      });
      const customer = await findCustomer(tx, page?.customerId);
      return customer && { ...aboutOf(customer), pagedIds: await listPagedIds(tx, pageId) };
    }
  }
}

function aboutOf({ id, managerId }: { readonly id: string; readonly managerId: string | null }) {
  return { customerId: id, managerId, placeCustomerId: null };
}
