import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Member } from './member.ts';
import type { TeamsContext } from './teams-context.ts';
import { type TeamsTurn, teamsPlatform } from './teams-turn.ts';

export type From = Inbound['from'];

/**
 * Who did it: their object id in their own tenant, as Teams signed and its roster says. While the roster does
 * not answer they count as somebody of the host tenant of whom nothing else is known, which gives no rights
 * to anybody who is not listed. Null for a bot, ourselves included.
 */
export async function readPerson(
  { roster, account }: Pick<TeamsContext, 'roster' | 'account'>,
  turn: TeamsTurn,
): Promise<From | null> {
  const { from, localTimezone } = turn.activity;
  if (!from || from.id.startsWith('28:')) return null;
  const found = await roster.find(turn, from.id);
  const member = account.kind === 'local' ? localMember(turn, found) : found;
  const user = (from.aadObjectId || member?.user || from.id).toLowerCase();
  return personOf({ member, user, tenant: turn.tenant, timeZone: localTimezone ?? null });
}

/** The local client has one tenant, and not always a roster. */
function localMember({ activity, tenant }: TeamsTurn, found: Member | null): Member {
  const known = { name: activity.from?.name ?? '', user: null, isGuest: false, domain: null };
  return { ...known, ...found, tenant: found?.tenant ?? tenant };
}

interface Seen {
  readonly member: Member | null;
  readonly user: string;
  readonly tenant: string;
  readonly timeZone: string | null;
}

/** The account behind a roster entry. */
export function personOf({ member, user, tenant, timeZone }: Seen): From {
  const account = { platform: teamsPlatform, workspace: member?.tenant ?? tenant, user };
  // Without a tenant from the roster nobody knows whose they are.
  if (!member?.tenant) return account;
  return { ...account, profile: { name: member.name, timeZone, isGuest: member.isGuest } };
}
