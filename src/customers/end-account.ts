import type { Trip } from '../shared/database.ts';
import { leave } from './leave.ts';
import type { Identity } from './recognise-person.ts';

/**
 * A platform has ended an account: whoever had it is not known by it any more, and has left when it was their only one.
 * An account of nobody is nothing.
 */
export async function endAccount(
  trip: Trip,
  { platform, workspace, user }: Pick<Identity, 'platform' | 'workspace' | 'user'>,
): Promise<void> {
  const { tx } = trip;
  const account = { platform, workspace, user };
  const found = await tx.personIdentity.findUnique({ where: { platform_workspace_user: account } });
  if (!found) return;
  const { personId } = found;
  const others = await tx.personIdentity.count({ where: { personId, NOT: account } });
  if (others === 0) await leave(trip, [personId]);
  else await tx.personIdentity.delete({ where: { platform_workspace_user: account } });
}
