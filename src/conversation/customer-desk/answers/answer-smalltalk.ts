import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { Ask } from './ask.ts';

const aboutUs =
  /\b(?:who are you|what are you|are you (?:a |an )?(?:bot|human|robot|real|person|ai)|what can you|what do you do|help me with)\b/i;

/** A greeting is returned; whoever asks what we are hears it: a program, and who the people are. */
export async function answerSmalltalk(
  trip: Trip,
  { customer, text, person }: Ask,
): Promise<Reply[]> {
  if (!aboutUs.test(text)) {
    const who = person ? shared`, ${named(firstName(person.name))}` : shared``;
    return [answer(customer.id, shared`I'm here${who}. Ask what's happening now, any time.`)];
  }
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

function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
