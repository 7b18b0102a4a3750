import { getCustomer } from '../../customers/find-customer.ts';
import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { askChoice } from '../choices/ask-choice.ts';
import { note, type Reply } from '../replies/reply.ts';
import { listLikelyColleagues } from '../vendor-desk/commands/list-likely-colleagues.ts';
import type { CheckedPress } from './checked-press.ts';

/** As many colleagues are offered beside whoever comes next by themselves. */
const mostOffered = 3;

/** "Pass on", by whoever has the page: to whom, and what they should know of it. */
export async function askWhoNext(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { turn, subject: pageId, customerId } = press;
  if (!turn.actor) return [];
  const page = await trip.tx.page.findUniqueOrThrow({ where: { id: pageId } });
  const customer = await getCustomer(trip.tx, customerId);
  if (page.state === 'resolved')
    return [note(customerId, internal`That page is resolved already.`)];
  const people = await listLikelyColleagues(trip, turn.actor.id, customerId);
  const options = [
    { label: 'Whoever is next', says: `reassign ${customerId}:` },
    ...people.slice(0, mostOffered).map(({ id, name }) => ({
      label: name,
      says: `reassign ${customerId}: ${id}`,
    })),
  ];
  const question = internal`Who should have ${customer.name}'s page? They begin further on when you say it in one line: "pass to NAME impact: … tried: … needed: …".`;
  return [await askChoice(trip, turn, { audience: 'internal', customerId, question, options })];
}
