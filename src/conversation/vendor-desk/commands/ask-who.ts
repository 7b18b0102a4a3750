import type { Person } from '../../../customers/person.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import type { Match } from '../../words/names.ts';
import type { Command } from './command.ts';
import { listLikelyColleagues } from './list-likely-colleagues.ts';

export interface AskWho {
  readonly match: Match<Person>;
  readonly customerId: string;
  /** The words that, with a person's id behind them, are the command again. */
  readonly commandWords: string;
}

/** Nobody, or several, are called so: asks who is meant, offering the likely ones. */
export async function askWho(trip: Trip, command: Command, ask: AskWho): Promise<Reply> {
  const { match, customerId, commandWords } = ask;
  const people =
    match.kind === 'several' || match.kind === 'near'
      ? match.found
      : await listLikelyColleagues(trip, command.actor.id, customerId);
  if (people.length === 0)
    return privateNote(
      internal`I know nobody by that name. Type the name as it is in the setup file.`,
    );
  const options = people.slice(0, 4).map(person => ({
    label: person.name,
    says: `${commandWords} ${customerId}: ${person.id}`,
  }));
  const question =
    match.kind === 'near'
      ? internal`I know nobody called that. Did you mean:`
      : internal`Who should it be?`;
  return askChoice(trip, command.turn, {
    audience: 'internal',
    customerId: null,
    question,
    options,
  });
}
