import { createBotToken } from '../adapters/teams/account/bot-token.ts';
import { endpointsOf } from '../adapters/teams/account/endpoints.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../shared/clock.ts';
import type { Tx } from '../shared/database.ts';
import { type Finding, fine, fix, named, note } from './finding.ts';

const platform = 'teams';
const patience = 5_000;

/** Whether Entra gives this app a token, which everything it says in Teams needs. */
export async function checkTeamsToken({ teams }: Config, clock: Clock): Promise<Finding[]> {
  if (!teams) return [];
  if (teams.kind === 'local')
    return [
      note('Teams', 'local: without authentication, for a Teams client on this machine only.'),
    ];
  const { loginUrl } = endpointsOf(teams);
  const token = createBotToken({ account: teams, clock, ...(loginUrl && { loginUrl }) });
  const given = await token.get(AbortSignal.timeout(patience));
  return given.kind === 'token'
    ? [fine('Teams', `app ${teams.appId} gets its token.`)]
    : [fix('Teams', given.kind === 'missing' ? `${given.detail}` : 'no token was given.')];
}

/** Whether Teams has told us of the places and people that are bound to it, and which take nothing from us. */
export async function checkTeamsPlaces({ teams }: Config, tx: Tx): Promise<Finding[]> {
  if (!teams) return [];
  const places = await tx.placeIdentity.findMany({ where: { platform } });
  const people = await tx.personIdentity.findMany({
    where: { platform, person: { side: 'vendor', active: true } },
  });
  const known = await tx.teamsConversation.findMany({
    select: { tenant: true, conversation: true, userId: true, kind: true, blocked: true },
  });
  const chats = known.filter(({ kind }) => kind === 'personal');
  const rows = new Map(known.map(row => [keyOf(row.tenant, row.conversation), row]));
  const without = places.filter(({ workspace, channel }) => !rows.has(keyOf(workspace, channel)));
  const blocked = places.filter(
    ({ workspace, channel }) => (rows.get(keyOf(workspace, channel))?.blocked ?? null) !== null,
  );
  const isOpen = (user: string) => chats.some(chat => chat.userId === user && !chat.blocked);
  const unmet = people.filter(({ user }) => !isOpen(user.toLowerCase()));
  const findings = [
    ...listed(
      fix,
      without.map(({ placeId }) => placeId),
      'Teams has not told us of it yet, so nothing can be said there. Add the app to it and name it once: "@Handrail hello"',
    ),
    ...listed(
      fix,
      blocked.map(({ placeId }) => placeId),
      'the app was removed or blocked there. Add it again',
    ),
    ...listed(
      note,
      unmet.map(({ personId }) => personId),
      'has no chat with the app yet. Pages reach them in Teams once they have installed it',
    ),
  ];
  if (findings.length > 0 || places.length + people.length === 0) return findings;
  return [fine('Teams', 'every place and colleague that is bound to it can be reached.')];
}

function keyOf(tenant: string, conversation: string): string {
  return `${tenant.toLowerCase()} ${conversation}`;
}

function listed(
  as: (about: string, text: string) => Finding,
  ids: readonly string[],
  what: string,
): Finding[] {
  const each = [...new Set(ids)];
  return each.length === 0 ? [] : [as('Teams', `${named(each)}: ${what}.`)];
}
