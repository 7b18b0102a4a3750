import type { Around, Check } from './around.ts';
import { amountNotMinutesTimesRate } from './checks/amount-not-minutes-times-rate.ts';
import { double } from './checks/double.ts';
import { includedHoursExceededUnmarked } from './checks/included-hours-exceeded-unmarked.ts';
import { jargonWithoutResult } from './checks/jargon-without-result.ts';
import { minutesWithoutNote } from './checks/minutes-without-note.ts';
import {
  coveredByContractNotDeducted,
  ownFault,
  reopenedWithin14Days,
} from './checks/never-billed.ts';
import { outsideHoursUnmarked } from './checks/outside-hours-unmarked.ts';
import { overlapSamePerson } from './checks/overlap-same-person.ts';
import { unclearDescription } from './checks/unclear-description.ts';
import { wrongCustomerWords } from './checks/wrong-customer-words.ts';
import { wrongRate } from './checks/wrong-rate.ts';
import { wrongRounding } from './checks/wrong-rounding.ts';
import type { CustomersWork } from './service-request.ts';

export const ruleNames = [
  'unclear-description',
  'jargon-without-result',
  'minutes-without-note',
  'outside-hours-unmarked',
  'overlap-same-person',
  'wrong-rate',
  'wrong-rounding',
  'double',
  'reopened-within-14-days',
  'own-fault',
  'covered-by-contract-not-deducted',
  'included-hours-exceeded-unmarked',
  'wrong-customer-words',
  'amount-not-minutes-times-rate',
] as const;
export type RuleName = (typeof ruleNames)[number];

interface Rule {
  /** Why it is asked at all. */
  readonly reason: string;
  readonly check: Check;
}

/** Every rule that looks at a request before its advocate does. */
export const rules: Readonly<Record<RuleName, Rule>> = {
  'unclear-description': {
    reason: 'The customer must be able to tell what was done, and for whom.',
    check: unclearDescription,
  },
  'jargon-without-result': {
    reason: 'A technician’s words alone tell the customer nothing.',
    check: jargonWithoutResult,
  },
  'minutes-without-note': {
    reason: 'An hour or more is asked about; somebody must be able to say how it was spent.',
    check: minutesWithoutNote,
  },
  'outside-hours-unmarked': {
    reason: 'Work outside the contract’s hours costs more, so its line says when it was.',
    check: outsideHoursUnmarked,
  },
  'overlap-same-person': {
    reason: 'Nobody works on two things at once.',
    check: overlapSamePerson,
  },
  'wrong-rate': {
    reason: 'Only what was agreed for that role and hour is charged.',
    check: wrongRate,
  },
  'wrong-rounding': {
    reason: 'Minutes are rounded up once, by the contract’s step.',
    check: wrongRounding,
  },
  double: { reason: 'Nobody pays twice for the same work.', check: double },
  'reopened-within-14-days': {
    reason: 'What did not hold is mended without charge.',
    check: reopenedWithin14Days,
  },
  'own-fault': { reason: 'What we made necessary is ours to pay.', check: ownFault },
  'covered-by-contract-not-deducted': {
    reason: 'What the fee pays for is not charged again.',
    check: coveredByContractNotDeducted,
  },
  'included-hours-exceeded-unmarked': {
    reason: 'The customer learns from the line with which the included hours end.',
    check: includedHoursExceededUnmarked,
  },
  'wrong-customer-words': {
    reason: 'Nothing of one customer is read by another.',
    check: wrongCustomerWords,
  },
  'amount-not-minutes-times-rate': {
    reason: 'Whoever multiplies must come to the same amount.',
    check: amountNotMinutesTimesRate,
  },
};

/** What a rule saw. */
export interface Finding {
  readonly rule: RuleName;
  readonly says: string;
}

/** What every rule says about one request; those that are off are not asked. */
export function checkWork(work: CustomersWork, around: Around): Finding[] {
  return ruleNames.flatMap(rule => {
    if (around.off.has(rule)) return [];
    const says = rules[rule].check(work, around);
    return says === null ? [] : [{ rule, says }];
  });
}
