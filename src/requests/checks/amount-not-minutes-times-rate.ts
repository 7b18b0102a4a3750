import { findAmountFault } from '../amount.ts';
import type { Check } from '../around.ts';

/** The amount does not come out, to the minor unit. */
export const amountNotMinutesTimesRate: Check = (work, around) => {
  const fault = findAmountFault(work, around);
  return fault?.kind === 'sum' ? fault.says : null;
};
