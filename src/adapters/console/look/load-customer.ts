import { didText } from '../../../check-ins/changes/did-text.ts';
import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import { mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import type { Text } from '../../../delivery/audience.ts';
import type { Card } from '../../../delivery/card.ts';
import { unresolved } from '../../../paging/page/page-state.ts';
import type { PageState, Trip } from '../../../shared/database.ts';
import { day, plus } from '../../../shared/time.ts';
import { briefCustomer } from '../../../situation/brief-customer.ts';
import { getSituation } from '../../../situation/get-situation.ts';
import { situationCard } from '../../../situation/situation-card.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import { type Account, loadAccount } from './load-account.ts';
import { type FactsWish, findQuoted, loadFacts, type ShownFact } from './load-facts.ts';
import { loadOwed, type Owed } from './load-owed.ts';
import { loadRhythm, type Rhythm } from './load-rhythm.ts';

/** What somebody changed of a cadence. */
export interface LastChange {
  readonly auditId: string;
  readonly at: Date;
  readonly did: Text<'internal'>;
}

/** A page that is not over. */
export interface OpenPage {
  readonly id: string;
  readonly state: PageState;
  readonly reason: string;
  readonly raisedAt: Date;
}

/** A customer as one of the vendor's people looks at it. */
export interface CustomerLook {
  readonly customer: Customer;
  /** What the customer would be answered now. */
  readonly theirs: Card<'shared'>;
  /** What only the vendor knows. */
  readonly ours: Card<'internal'>;
  readonly pages: readonly OpenPage[];
  readonly rhythms: readonly Rhythm[];
  readonly account: Account;
  readonly owed: Owed;
  readonly facts: readonly ShownFact[];
  readonly wish: FactsWish;
  /** The fact that is to be published or set right, where one is. */
  readonly quoted: ShownFact | null;
  readonly mayTell: boolean;
  /** May say how often they are asked. */
  readonly maySet: boolean;
  /** The newest change of how often they are asked, as long as it can be taken back by whoever looks. */
  readonly undoable: LastChange | null;
}

/** Everything about one customer that its page shows. */
export async function loadCustomer(
  trip: Trip,
  asking: { readonly customerId: string; readonly person: Person; readonly wish: FactsWish },
): Promise<CustomerLook> {
  const { tx } = trip;
  const { customerId, person, wish } = asking;
  const customer = await getCustomer(tx, customerId);
  const rhythms: Rhythm[] = [];
  for (const transition of await findCurrentTransitions(tx, customerId, trip.now))
    rhythms.push(await loadRhythm(trip, transition, customer));
  const about = { customerId, managerId: customer.managerId, placeCustomerId: null };
  return {
    customer,
    theirs: situationCard(await getSituation(trip, customerId), null),
    ours: await briefCustomer(trip, customerId),
    pages: await tx.page.findMany({
      where: { customerId, ...unresolved },
      orderBy: { raisedAt: 'desc' },
      take: 5,
      select: { id: true, state: true, reason: true, raisedAt: true },
    }),
    rhythms,
    account: await loadAccount(trip, customer),
    owed: await loadOwed(trip, customerId),
    facts: await loadFacts(trip, customerId, wish),
    wish,
    quoted: await findQuoted(trip, customerId, wish.quoted),
    mayTell: mayDo('publish', person, about),
    maySet: mayDo('cadence', person, about),
    undoable: mayDo('undo', person, about) ? await findUndoable(trip, customerId) : null,
  };
}

/** What is older than this is changed anew, not taken back. */
const undoneWithin = 2 * day;

async function findUndoable({ tx, now }: Trip, customerId: string): Promise<LastChange | null> {
  const audit = await tx.audit.findFirst({
    where: {
      customerId,
      action: 'cadence.change',
      undoneAt: null,
      at: { gt: plus(now, -undoneWithin) },
    },
    orderBy: { seq: 'desc' },
  });
  return audit && { auditId: audit.id, at: audit.at, did: didText(audit.before, audit.after) };
}
