import { findAmountFault, fittingRates } from '../amount.ts';
import type { Check } from '../around.ts';
import { roleIn } from '../price.ts';

/** A role or rate that is not in the contract for that hour. */
export const wrongRate: Check = (work, around) => {
  const { contract } = around;
  if (!contract) return null;
  if (work.role !== undefined && work.role.trim() !== '' && roleIn(contract, work.role) === null)
    return `The contract has no role "${work.role}"; it has ${Object.keys(contract.rates).join(', ')}.`;
  const fitting = fittingRates(work, around);
  if (work.rate !== undefined && !fitting.includes(work.rate))
    return `The rate is ${work.rate} in minor units an hour; by the contract it is ${fitting.join(' or ')} for that role and hour.`;
  const fault = findAmountFault(work, around);
  return fault?.kind === 'rate' ? fault.says : null;
};
