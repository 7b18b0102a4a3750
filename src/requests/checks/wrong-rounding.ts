import { findAmountFault } from '../amount.ts';
import type { Check } from '../around.ts';

/** Not the contract's step, or rounded twice. */
export const wrongRounding: Check = (work, around) => {
  const fault = findAmountFault(work, around);
  return fault?.kind === 'rounding' ? fault.says : null;
};
