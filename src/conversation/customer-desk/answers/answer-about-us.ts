import type { Customer } from '../../../customers/customer.ts';
import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { answer, type Reply } from '../../replies/reply.ts';

/** What we are: a program, what it can do, and who the people are. */
export async function answerAboutUs(trip: Trip, customer: Customer): Promise<Reply[]> {
  const vendor = await trip.tx.organisation.findUnique({ where: { id: 'vendor' } });
  const advocate = await findAdvocate(trip, customer);
  const whose = vendor ? shared`${named(vendor.name)}'s` : shared`the vendor's`;
  const human = advocate ? shared` ${named(advocate.name)} is your person.` : shared``;
  return [
    answer(
      customer.id,
      shared`I'm Handrail, a program: ${whose} advocate for ${named(customer.name)}.${human}`,
      shared`I can say what's happening now, what comes next and who is with you, pass your words on, check in more or less often, and fetch a person.`,
    ),
  ];
}
