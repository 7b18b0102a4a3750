import { type Check, isSameDoer } from '../around.ts';
import type { Work } from '../service-request.ts';
import { workingSpan } from '../working-span.ts';

/** Two requests of one person whose work times cross, whatever the customer. */
export const overlapSamePerson: Check = (work, around) => {
  const crossing = [...around.others, ...around.elsewhere].filter(
    other => isSameDoer(work, other, around) && isCrossing(work, other),
  );
  const [first] = crossing;
  if (!first) return null;
  const whose =
    first.customerId === work.customerId ? first.externalId : 'a request of another customer';
  return `${work.by} worked on ${whose} at the same time.`;
};

/** Touching is fine. */
function isCrossing(a: Work, b: Work): boolean {
  const [one, two] = [workingSpan(a), workingSpan(b)];
  return one.from < two.until && two.from < one.until;
}
