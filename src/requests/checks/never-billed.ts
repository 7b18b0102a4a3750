import type { Check } from '../around.ts';
import { coverOf, ownFaultOf, reworkOf } from '../free.ts';
import { priceWork } from '../price.ts';

/** The same fault again within the days agreed, and charged. */
export const reopenedWithin14Days: Check = (work, around) =>
  work.amountMinor === 0 ? null : reworkOf(work, around);

/** Made necessary by an incident or change of ours, and charged. */
export const ownFault: Check = (work, around) =>
  work.amountMinor === 0 ? null : ownFaultOf(work, around);

/** In the fee or in the included hours, and charged. */
export const coveredByContractNotDeducted: Check = (work, around) => {
  if (work.amountMinor === 0) return null;
  const covered = coverOf(work, around);
  if (covered !== null) return covered;
  const price = priceWork(work, around);
  if (!price || work.amountMinor === undefined || price.includedMinutes === 0) return null;
  if (price.grossMinor === null || work.amountMinor < price.grossMinor) return null;
  return `${price.includedMinutes} of its minutes are in the month’s included hours, and it is charged in full.`;
};
