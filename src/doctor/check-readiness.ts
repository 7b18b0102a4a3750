import { listServing } from '../readiness/list-serving.ts';
import { type Reachability, reachabilityOf } from '../readiness/readiness.ts';
import type { Database } from '../shared/database.ts';
import { type Finding, fine, fix, named, note } from './finding.ts';

/** Whether everybody who may be called can be reached at the hours they serve. */
export async function checkReadiness(database: Pick<Database, 'trip'>): Promise<Finding[]> {
  const { people, known } = await database.trip(trip => listServing(trip));
  const those = (state: Reachability) =>
    people.filter(one => reachabilityOf(one, known) === state).map(({ person }) => person.id);
  const [none, unconfirmed, chatOnly] = [those('none'), those('unconfirmed'), those('chat-only')];
  const findings = [
    ...(none.length > 0
      ? [
          fix(
            'readiness',
            `may be called, and nothing reaches them: ${named(none)}. Give them a contact, or take them off the ladder.`,
          ),
        ]
      : []),
    ...(unconfirmed.length > 0
      ? [
          note(
            'readiness',
            `have confirmed none of their numbers and mailboxes: ${named(unconfirmed)}. They type "test my phone" to Handrail.`,
          ),
        ]
      : []),
    ...(chatOnly.length > 0
      ? [
          note(
            'readiness',
            `may be called at night, and only chat reaches them, which wakes nobody: ${named(chatOnly)}. Set up a medium and give them a contact by it.`,
          ),
        ]
      : []),
  ];
  if (findings.length > 0 || people.length === 0) return findings;
  return [fine('readiness', 'everybody who may be called can be reached at the hours they serve.')];
}
