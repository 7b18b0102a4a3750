import type { ActionId } from '../../delivery/card.ts';
import type { Occasion } from '../arrival/occasion.ts';

/** A press that was checked: this person, here, may do this about this customer. */
export interface CheckedPress {
  readonly occasion: Occasion;
  readonly action: ActionId;
  readonly subject: string;
  readonly customerId: string;
}
