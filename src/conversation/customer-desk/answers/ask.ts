import type { Customer } from '../../../customers/customer.ts';
import type { Person } from '../../../customers/person.ts';
import type { ReadAct } from '../../../understanding/acts/read-act.ts';
import type { NamedPerson } from '../../../understanding/speech/speech.ts';
import type { Understanding } from '../../../understanding/understand.ts';
import type { Turn } from '../../arrival/turn.ts';

/** What somebody on the customer's side said to us, and what we took it for. */
export interface Ask {
  readonly turn: Turn;
  readonly customer: Customer;
  /** Null when we do not know them as one of this customer's people: then with the fewest rights. */
  readonly person: Person | null;
  readonly text: string;
  /** Everybody one may name here. */
  readonly people: readonly NamedPerson[];
  readonly understanding: Understanding;
  /** What the words do; null when they were picked, or are a part of a message. */
  readonly act: ReadAct | null;
  /** True when they picked the meaning themselves from choices we gave. */
  readonly isPicked: boolean;
  /** The id of what our choices were about, when they picked one. */
  readonly pickedAbout: string | null;
}
