import { findCustomer } from '../../../customers/find-customer.ts';
import { listOwn } from '../../../customers/list-own.ts';
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

interface Asking {
  readonly person: Person;
  readonly params: Params;
}

/** Refuses whoever may not ask for this, as if there were nothing. */
export async function assertMay(
  trip: Pick<Trip, 'tx'>,
  route: Route,
  asking: Asking,
): Promise<void> {
  if (route.may === null) return;
  const about = await findAbout(trip, route, asking);
  if (!about || !mayDo(route.may, asking.person, about)) throw nothingHere();
}

const aboutNothing = { customerId: '', managerId: null, placeCustomerId: null };

/** What it is about; null when there is no such thing. */
async function findAbout(
  { tx }: Pick<Trip, 'tx'>,
  { about }: Route,
  { person, params: { customerId, pageId = '' } }: Asking,
): Promise<About | null> {
  switch (about) {
    case 'nothing':
      return aboutNothing;
    case 'own':
      return { ...aboutNothing, ...(await listOwn(tx, person.id)) };
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
