import type { ActionId } from '../../delivery/card.ts';
import type { Turn } from '../arrival/turn.ts';

/** A press that was checked: this person, here, may do this about this customer. */
export interface CheckedPress {
  readonly turn: Turn;
  readonly action: ActionId;
  readonly subject: string;
  readonly customerId: string;
  /** What was said, when a sentence pressed it. */
  readonly words?: string | undefined;
}
