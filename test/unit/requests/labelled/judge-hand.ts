import { judgeRequests, type Verdict } from './judge-requests.ts';
import { readHand, readVendorNames } from './read-hand.ts';

/** What the rules say of the four hundred requests in this folder: each customer's, beside those of the others. */
export function judgeHand(folder: string): Verdict[] {
  const customers = readHand(folder);
  const names = readVendorNames(folder);
  return customers.flatMap(one => {
    const others = customers.filter(({ id }) => id !== one.id);
    return judgeRequests(one.labelled, {
      contract: one.contract,
      ordinary: { timeZone: one.timeZone, businessHours: one.contract.hours ?? one.businessHours },
      elsewhere: others.flatMap(({ labelled }) => labelled.map(({ work }) => work)),
      names,
      foreign: others.flatMap(({ words }) => words),
    });
  });
}
