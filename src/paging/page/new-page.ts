import type { Weight } from '../ladder/weight.ts';
import type { CallBack } from './call-back.ts';
import type { Raiser } from './page.ts';

/** A call for a human, as somebody or some rule makes it. */
export interface NewPage {
  readonly customerId: string;
  /** Which transition it is about; left out when nobody said. */
  readonly transitionId?: string | null;
  readonly raisedBy: Raiser;
  readonly raisedById?: string | null;
  /** In the raiser's own words. */
  readonly words: string;
  readonly rule?: string | null;
  /** Where and when they want to be called, where they said so. */
  readonly callBack?: CallBack | null;
  /** Left out = what a rule noticed is gentle, and what somebody asks for is critical. */
  readonly weight?: Weight;
  /** The customer is to know of it and sees a receipt. */
  readonly isShared: boolean;
  /**
   * The place it was raised in, which then has the receipt. Null = said alone with us: the receipt goes to
   * that person. Left out = the customer's shared place.
   */
  readonly placeId?: string | null;
  readonly threadOf?: string | null;
}

const mostCharacters = 2_000;

/** The words of a call, never empty. */
export function reasonOf({ words }: Pick<NewPage, 'words'>): string {
  const text = words.trim().slice(0, mostCharacters);
  return text === '' ? 'Asked for a person.' : text;
}

/** Does this call wake people? */
export function weightOf({ weight, raisedBy }: Pick<NewPage, 'weight' | 'raisedBy'>): Weight {
  return weight ?? (raisedBy === 'rule' ? 'gentle' : 'critical');
}
