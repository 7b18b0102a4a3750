import type { CommandName } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import type { Occasion } from '../../arrival/occasion.ts';

/** A command as one of the vendor's people said it. */
export interface Order {
  readonly name: CommandName;
  readonly occasion: Occasion;
  readonly actor: Person;
  /** What came after the command word. */
  readonly said: string;
  /** What would come of it was seen already, in a form: it is done at once. */
  readonly isPreviewed?: true;
  /** The message it is about: the same one is written down once, whoever points at it. */
  readonly messageKey?: string;
}
