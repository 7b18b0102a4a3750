import type { Person } from '../../customers/person.ts';
import type { Trip } from '../../shared/database.ts';
import type { Turn } from '../arrival/turn.ts';
import { listOurPeople } from '../naming/list-our-people.ts';
import type { Reply } from '../replies/reply.ts';
import { readWatch } from '../words/watch-words.ts';
import { commands } from './commands/registry.ts';
import type { Ringing } from './ringing.ts';

export interface Woken {
  readonly page: Ringing;
  readonly actor: Person;
  readonly text: string;
}

/** Whoever was just woken says something: it takes the page, or passes it on. Null when it does neither. */
export async function answerRinging(
  trip: Trip,
  turn: Turn,
  { page, actor, text }: Woken,
): Promise<Reply[] | null> {
  const people = await listOurPeople(trip);
  const watch = readWatch(
    text,
    people.filter(({ id }) => id !== actor.id),
  );
  if (!watch) return null;
  if (watch.kind === 'takes') return commands.ack(trip, { name: 'ack', turn, actor, said: '' });
  const said = `${page.customerId}: ${watch.toId ?? ''}`.trim();
  return commands.reassign(trip, { name: 'reassign', turn, actor, said });
}
