import type { Database } from '../shared/database.ts';
import { chunksOf } from './chunks.ts';
import { keyOf } from './identity-changes.ts';
import { inChunks } from './in-chunks.ts';
import { personIdentities } from './rows.ts';
import type { Setup } from './setup.ts';

/**
 * Takes accounts that a file gives from one person to another away from whoever has them, before the first part of a
 * large file is saved: its parts know nothing of each other. In between nobody is known by them. (A channel only ever
 * moves within its customer, and so within a part.)
 */
export async function releaseMoved(database: Database, { people }: Setup): Promise<void> {
  const owners = new Map(
    people.flatMap(person =>
      (personIdentities(person) ?? []).map(identity => [keyOf(identity), person.id] as const),
    ),
  );
  const users = people.flatMap(person => (personIdentities(person) ?? []).map(({ self }) => self));
  const known = await inChunks(users, some =>
    database.client.personIdentity.findMany({ where: { user: { in: some } } }),
  );
  const moved = known.filter(({ platform, workspace, user, personId }) => {
    const owner = owners.get(keyOf({ platform, workspace, self: user }));
    return owner !== undefined && owner !== personId;
  });
  for (const some of chunksOf(moved)) {
    const OR = some.map(({ platform, workspace, user }) => ({ platform, workspace, user }));
    await database.trip(({ tx }) => tx.personIdentity.deleteMany({ where: { OR } }));
  }
}
