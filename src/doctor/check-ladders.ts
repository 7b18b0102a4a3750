import type { Customer } from '../customers/customer.ts';
import { defaultEscalation } from '../paging/ladder/escalation.ts';
import { type LevelStanding, ladderStanding } from '../readiness/ladder.ts';
import { rolesOf } from '../readiness/load-ladder.ts';
import { loadLookout } from '../readiness/load-lookout.ts';
import { canWake } from '../readiness/readiness.ts';
import type { Database } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { type Finding, fine, fix, named, note } from './finding.ts';
import type { Counts } from './load-counts.ts';

/** Whether somebody could be woken for each customer in the next 24 hours, and on which of its levels nobody could. */
export async function checkLadders(
  database: Pick<Database, 'trip'>,
  { customers, escalations }: Counts,
  now: Date,
): Promise<Finding[]> {
  const tonight = { from: now, until: plus(now, day) };
  const lookout = await database.trip(trip => loadLookout(trip, tonight));
  const contacts = [...lookout.people.values()].flatMap(({ contact }) => contact);
  // Without a medium that wakes anybody there is one thing to mend, and checkMedia says which.
  if (customers.length === 0 || !canWake(lookout.known, contacts)) return [];
  const looked = new Map<string, readonly LevelStanding[]>();
  const levelsOf = (customer: Customer): readonly LevelStanding[] => {
    const roles = rolesOf(customer);
    const key = JSON.stringify([customer.escalationId, roles]);
    const escalation = escalations.get(customer.escalationId) ?? defaultEscalation;
    const levels = looked.get(key) ?? ladderStanding(escalation, roles, lookout);
    looked.set(key, levels);
    return levels;
  };
  const asleep = customers.filter(one => reliable(levelsOf(one)) === 0);
  const partly = customers.flatMap(one => {
    const levels = levelsOf(one);
    const lacking = levels.flatMap(({ reliance }, index) =>
      reliance === 'ready' ? [] : [index + 1],
    );
    const isPart = lacking.length > 0 && lacking.length < levels.length;
    return isPart ? [`${one.id} (level ${lacking.join(', ')})`] : [];
  });
  const how = 'Type "readiness" and the customer\'s name to Handrail: it says who lacks what.';
  const findings = [
    ...(asleep.length > 0
      ? [fix('ladders', `nobody can be relied on tonight for ${ids(asleep)}. ${how}`)]
      : []),
    ...(partly.length > 0
      ? [note('ladders', `some levels cannot be relied on tonight: ${named(partly)}. ${how}`)]
      : []),
  ];
  if (findings.length > 0) return findings;
  return [fine('ladders', 'on every level of every customer somebody would be woken tonight.')];
}

function reliable(levels: readonly LevelStanding[]): number {
  return levels.filter(({ reliance }) => reliance === 'ready').length;
}

function ids(customers: readonly Customer[]): string {
  return named(customers.map(({ id }) => id));
}
