import type { Customer } from '../../customers/customer.ts';
import { findAsked } from '../../customers/find-asked.ts';
import type { Person } from '../../customers/person.ts';
import type { Trip } from '../../shared/database.ts';
import { recordEvent } from '../../timeline/record-event.ts';

export interface Asked {
  readonly customer: Customer;
  /** One of the customer's own people. */
  readonly person: Person;
  /** Who said so, of either side. */
  readonly by: Person;
}

/** From the next check-in on this person is asked, whatever the setup says, until somebody says otherwise. */
export async function askAnother(trip: Trip, { customer, person, by }: Asked): Promise<void> {
  const { tx } = trip;
  const before = await findAsked(tx, customer);
  const askedId = person.id === customer.leaderId ? null : person.id;
  await tx.customer.update({ where: { id: customer.id }, data: { askedId } });
  const instead = before && before.id !== person.id ? ` instead of ${before.name}` : '';
  await recordEvent(trip, {
    customerId: customer.id,
    kind: 'cadence.changed',
    visibility: 'internal',
    authorId: by.id,
    data: { isAboutWhom: true },
    text: `${by.name} wants check-ins to be for ${person.name}${instead}.`,
  });
}
