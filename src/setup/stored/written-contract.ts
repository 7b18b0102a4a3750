import { contractFrom } from '../../requests/contract.ts';
import { durationText } from '../duration.ts';
import { type Written, written, writtenHours, writtenMoment } from './written.ts';

/** A stored contract as the file has it; nothing where none was agreed. */
export function writtenContract(stored: unknown, timeZone: string): Written {
  const contract = contractFrom(stored);
  if (!contract) return {};
  const { currency, rates, afterHours, hours, covers, reworkDays, ours } = contract;
  const length = (minutes: number) => (minutes === 0 ? null : durationText(minutes));
  return {
    contract: {
      currency,
      rates,
      reworkDays,
      ...written({
        included: length(contract.includedMinutes),
        includedRoles: contract.includedRoles,
        afterHours: Object.keys(afterHours).length > 0 ? afterHours : null,
        hours: hours && writtenHours(hours),
        rounding: length(contract.roundingMinutes),
        covers,
        freeTravelUnder: length(contract.freeTravelUnderMinutes),
        ours: ours.map(one => ({ ...one, at: writtenMoment(one.at, timeZone) })),
      }),
    },
  };
}
