import type { Assessment } from '../confidence/assessment.ts';
import type { Evidence } from '../confidence/evidence.ts';
import type { Outlook } from '../confidence/outlook.ts';
import type { Customer } from '../customers/customer.ts';
import type { Transition } from '../transitions/transition.ts';
import type { Cadence } from './cadence.ts';

/** Everything one decision about a transition's check-ins knows. */
export interface Scene {
  readonly cadence: Cadence;
  readonly transition: Transition;
  readonly customer: Customer;
  readonly outlook: Outlook;
  readonly evidence: readonly Evidence[];
  readonly assessment: Assessment;
  /** The time of day check-ins come, "10:00": the morning, or when this customer usually answers. */
  readonly usualTime: string;
}
