import { forecast } from '../../../check-ins/cadence/forecast.ts';
import { findScene } from '../../../check-ins/cadence/load-scene.ts';
import { didText } from '../../../check-ins/changes/did-text.ts';
import { explainCadence } from '../../../check-ins/changes/explain-cadence.ts';
import { assess } from '../../../confidence/assessment.ts';
import { confidenceAt } from '../../../confidence/confidence.ts';
import { findKnown } from '../../../confidence/get-known.ts';
import { standingAt } from '../../../confidence/standing.ts';
import type { Customer } from '../../../customers/customer.ts';
import { getCustomer } from '../../../customers/find-customer.ts';
import { listCustomerPeople } from '../../../customers/list-customer-people.ts';
import { mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import type { Audience, Text } from '../../../delivery/audience.ts';
import type { Card } from '../../../delivery/card.ts';
import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import type { Promised } from '../../../promises/promise.ts';
import type { Trip } from '../../../shared/database.ts';
import { day, hour, plus } from '../../../shared/time.ts';
import { briefCustomer } from '../../../situation/brief-customer.ts';
import { getSituation } from '../../../situation/get-situation.ts';
import { situationCard } from '../../../situation/situation-card.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import type { Transition } from '../../../transitions/transition.ts';
import { type FactsWish, loadFacts, type ShownFact } from './load-facts.ts';

/** How often a customer is asked about one transition, why, and when next. */
export interface Rhythm {
  readonly transition: Transition;
  readonly confidence: number;
  readonly reasons: readonly string[];
  /** Confidence over the last two weeks, the oldest first, as it would have been worked out then. */
  readonly course: readonly CoursePoint[];
  readonly why: readonly Text<Audience>[];
  /** The next check-ins, if each is answered well and nothing happens. */
  readonly nextAt: readonly Date[];
}

export interface CoursePoint {
  readonly at: Date;
  readonly value: number;
}

/** What somebody changed of a cadence. */
export interface LastChange {
  readonly auditId: string;
  readonly at: Date;
  readonly did: Text<'internal'>;
}

/** A customer as one of the vendor's people looks at it. */
export interface CustomerLook {
  readonly customer: Customer;
  /** What the customer would be answered now. */
  readonly theirs: Card<'shared'>;
  /** What only the vendor knows. */
  readonly ours: Card<'internal'>;
  readonly rhythms: readonly Rhythm[];
  readonly people: readonly Person[];
  readonly promises: readonly Promised[];
  readonly facts: readonly ShownFact[];
  readonly wish: FactsWish;
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
    rhythms,
    people: await listCustomerPeople(tx, customerId),
    promises: await listOpenPromises(tx, customerId, 'internal'),
    facts: await loadFacts(trip, customerId, wish),
    wish,
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

const courseSteps = 28;
const stepHours = 12;

async function loadRhythm(trip: Trip, transition: Transition, customer: Customer): Promise<Rhythm> {
  const { tx, now } = trip;
  const { outlook, evidence } = await findKnown(trip, { transition, customer });
  const { confidence, reasons } = assess(outlook, { evidence, customer }, now);
  const course: CoursePoint[] = [];
  for (let step = courseSteps; step >= 0; step -= 1) {
    const at = plus(now, -step * stepHours * hour);
    course.push({ at, value: confidenceAt(outlook, standingAt(outlook, evidence, at), at) });
  }
  const scene = await findScene(trip, transition.id);
  return {
    transition,
    confidence,
    reasons,
    course,
    why: scene ? (await explainCadence(tx, now, transition.id)).paragraphs : [],
    nextAt: scene && !scene.cadence.stopped ? forecast(scene, scene.cadence.dueAt) : [],
  };
}
