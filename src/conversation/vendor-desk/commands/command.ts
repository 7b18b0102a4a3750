import type { CommandName } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import type { Turn } from '../../arrival/turn.ts';

/** A command as one of the vendor's people said it. */
export interface Command {
  readonly name: CommandName;
  readonly turn: Turn;
  readonly actor: Person;
  /** What came after the command word. */
  readonly said: string;
  /** What would come of it was seen already, in a form: it is done at once. */
  readonly isPreviewed?: true;
  /** The message it is about: the same one is written down once, whoever points at it. */
  readonly messageKey?: string;
}
