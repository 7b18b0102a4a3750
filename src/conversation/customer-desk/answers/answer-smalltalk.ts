import { shared } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { answerAboutUs } from './answer-about-us.ts';
import type { Ask } from './ask.ts';

const aboutUs =
  /\b(?:who are you|what are you|are you (?:a |an )?(?:bot|human|robot|real|person|ai)|what can you|what do you do|help me with)\b/i;

/** A greeting is returned; whoever asks what we are hears it: a program, and who the people are. */
export async function answerSmalltalk(
  trip: Trip,
  { customer, text, person }: Ask,
): Promise<Reply[]> {
  if (aboutUs.test(text)) return answerAboutUs(trip, customer);
  const who = person ? shared`, ${named(firstName(person.name))}` : shared``;
  return [answer(customer.id, shared`I'm here${who}. Ask what's happening now, any time.`)];
}

function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
