import type { Turn } from '../../../conversation/arrival/turn.ts';
import type { Person } from '../../../customers/person.ts';
import { saidAs } from '../look/said.ts';

/** What somebody says or presses in the console, as if they were alone with Handrail in chat. */
export function aloneWith(person: Person, said: string): Turn {
  return {
    inboxId: saidAs(said),
    actor: person,
    seat: { kind: 'direct', person },
    isMentioned: true,
    isAddressed: true,
    isHushed: false,
    isQuiet: false,
    isLetter: false,
    threadOf: null,
    ownThread: null,
  };
}
