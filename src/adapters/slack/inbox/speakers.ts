import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Database } from '../../../shared/database.ts';
import type { PayloadUser } from '../gate/payloads.ts';
import type { Acquaintance, Directory } from '../workspace/directory.ts';
import type { Installation } from '../workspace/installation.ts';
import { slackPlatform } from '../workspace/platform.ts';

/** A user as a payload names them: the id, and the organisations it says they belong to. */
export interface NamedUser {
  readonly user: string;
  /** Team or enterprise ids, the most telling first; what the payload does not say is null or left out. */
  readonly teams: readonly (string | null | undefined)[];
}

/** Who people are, from what Slack has verified. */
export interface Speakers {
  /** The identity behind a user, with what Slack says of them where it says so in time. */
  find(installation: Installation, named: NamedUser): Promise<Inbound['from']>;
  /** Is this one of the people of the setup? */
  isListed(from: Inbound['from']): Promise<boolean>;
  /** Names of the users mentioned in a text: ours for people we know, else Slack's. */
  names(installation: Installation, users: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Whoever pressed, picked or submitted something, as an interaction names them. */
export function findActor(
  { speakers }: { readonly speakers: Speakers },
  installation: Installation,
  { id, team_id: team }: PayloadUser,
): Promise<Inbound['from']> {
  return speakers.find(installation, { user: id, teams: [team] });
}

export interface SpeakersParts {
  readonly directory: Directory;
  readonly database: Database;
}

/** The workspace of somebody of whom Slack told nothing: nobody's own, so it is outside. */
const nowhere = 'unknown';
const mostNames = 5;

/** Knows people by the workspace Slack says they are of; never by what they call themselves. */
export function createSpeakers({ directory, database }: SpeakersParts): Speakers {
  /** One person may be told under their team or their enterprise: the one they are listed under counts. */
  async function listedUnder(user: string, teams: readonly string[]): Promise<string | null> {
    if (teams.length < 2) return null;
    const row = await database.client.personIdentity.findFirst({
      where: { platform: slackPlatform, user, workspace: { in: [...teams] } },
    });
    return row?.workspace ?? null;
  }

  return {
    async find(installation, { user, teams }) {
      const profile = await directory.find(installation, user);
      const all = organisations(teams, profile);
      const { workspace: own, enterprise } = installation;
      const others = all.filter(id => id !== own && id !== enterprise);
      const workspace = isOneOfOurs(installation, all[0], profile)
        ? own
        : ((await listedUnder(user, others)) ?? others[0] ?? nowhere);
      return {
        platform: slackPlatform,
        workspace,
        user,
        ...(profile && { profile: profileOf(profile) }),
      };
    },
    async isListed({ platform, workspace, user }) {
      const where = { platform, workspace, user };
      return (await database.client.personIdentity.count({ where })) > 0;
    },
    async names(installation, users) {
      const wanted = [...new Set(users)].slice(0, mostNames);
      if (wanted.length === 0) return new Map();
      const rows = await database.client.personIdentity.findMany({
        where: { platform: slackPlatform, user: { in: wanted } },
        select: { user: true, person: { select: { name: true } } },
      });
      const names = new Map(rows.map(({ user, person }) => [user, person.name]));
      const others = wanted.filter(user => !names.has(user));
      const found = await Promise.all(others.map(user => directory.find(installation, user)));
      for (const [index, user] of others.entries()) {
        const name = found[index]?.name;
        if (name) names.set(user, name);
      }
      return names;
    },
  };
}

/** Their organisation as the payload says it (what it says first counts), then as the directory does. */
function organisations(teams: NamedUser['teams'], profile: Acquaintance | null): string[] {
  const said = teams.find(team => typeof team === 'string' && team !== '');
  const known = [said, profile?.team, profile?.enterprise];
  return [...new Set(known.filter(id => typeof id === 'string'))];
}

/** Of this workspace, or of another one of the same enterprise. Where two sources disagree, they are not. */
function isOneOfOurs(
  { workspace, enterprise }: Installation,
  told: string | undefined,
  profile: Acquaintance | null,
): boolean {
  const isOurs = (id: string | null | undefined) => id === workspace || id === enterprise;
  if (enterprise !== null && profile?.enterprise === enterprise) return true;
  if (profile?.team && !isOurs(profile.team)) return false;
  return told !== undefined && isOurs(told);
}

function profileOf({ name, timeZone, isGuest, isBot }: Acquaintance) {
  return { name, timeZone, isGuest, ...(isBot && { isBot }) };
}
