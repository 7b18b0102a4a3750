import { createChannels } from '../adapters/slack/workspace/channels.ts';
import type { Installation } from '../adapters/slack/workspace/installation.ts';
import { createInstallations } from '../adapters/slack/workspace/installations.ts';
import { botScopes } from '../adapters/slack/workspace/scopes.ts';
import { createSecretBox } from '../adapters/slack/workspace/secret-box.ts';
import { createWebApi, SlackCallError, type WebApi } from '../adapters/slack/workspace/web-api.ts';
import type { Config, SlackConfig } from '../config.ts';
import type { Ports } from '../shared/database.ts';
import { messageOf } from '../shared/errors.ts';
import type { Logger } from '../shared/logger.ts';
import { type Finding, fine, fix, named, note } from './finding.ts';

/** What is needed to ask Slack. */
export interface SlackAsked {
  readonly config: Config;
  readonly logger: Logger;
}

/** Whether the token works and may do what is needed, and whether Slack's events find their way here. */
export async function checkSlack({ config, logger }: SlackAsked): Promise<Finding[]> {
  const { slack } = config;
  if (!slack) return [];
  const api = createWebApi({ apiUrl: slack.apiUrl, logger });
  return [
    ...(slack.botToken ? await checkToken(api, slack.botToken) : []),
    ...(slack.appToken ? [await checkLine(api, slack.appToken)] : []),
    ...(slack.signingSecret ? [await checkAddress(config.publicUrl)] : []),
  ];
}

async function checkToken(api: WebApi, token: string): Promise<Finding[]> {
  try {
    const who = await api.call('auth.test', token);
    const { scopes = [] } = (who.response_metadata ?? {}) as { scopes?: string[] };
    const missing = botScopes.filter(scope => scopes.length > 0 && !scopes.includes(scope));
    const known = fine('Slack', `the token works: ${String(who.user)} in ${String(who.team)}.`);
    if (missing.length === 0) return [known];
    const what = `lacks ${missing.join(', ')}. Add them (OAuth & Permissions → Scopes) and reinstall the app`;
    return [known, fix('Slack', `the app ${what}.`)];
  } catch (error) {
    return [fix('Slack', tokenWords(error))];
  }
}

function tokenWords(error: unknown): string {
  const reason = error instanceof SlackCallError ? error.reason : messageOf(error);
  if (reason.startsWith('unreachable'))
    return 'not reached. Check that this machine reaches https://slack.com/api/.';
  return `refuses SLACK_BOT_TOKEN (${reason}). Copy it again: Install App → Bot User OAuth Token.`;
}

async function checkLine(api: WebApi, appToken: string): Promise<Finding> {
  try {
    await api.call('apps.connections.open', appToken);
    return fine('Slack', 'Socket Mode opens with SLACK_APP_TOKEN.');
  } catch (error) {
    const reason = error instanceof SlackCallError ? error.reason : messageOf(error);
    const what =
      'Socket Mode must be on in the app, and the token needs the scope connections:write';
    return fix('Slack', `refuses SLACK_APP_TOKEN (${reason}). ${what}.`);
  }
}

const patience = 4_000;

/** From here only: whether Slack reaches the address too, its own page says (Event Subscriptions). */
async function checkAddress(publicUrl: string): Promise<Finding> {
  const address = `${publicUrl}/slack/events`;
  if (!publicUrl.startsWith('https://'))
    return note(
      'Slack',
      `sends events to an https address alone, and PUBLIC_URL gives ${address}. Set it to where Slack reaches this machine, or use SLACK_APP_TOKEN.`,
    );
  try {
    const headers = { 'Content-Type': 'application/json' };
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(address, { method: 'POST', headers, body: '{}', signal });
    const isOurs = response.status === 401 && (await response.text()).includes('not-from-slack');
    if (isOurs) return fine('Slack', `${address} is Handrail's.`);
    return fix(
      'Slack',
      `${address} answers ${response.status}, and not as Handrail does. Check PUBLIC_URL and what stands before this server.`,
    );
  } catch {
    return note('Slack', `${address} does not answer now. It must while Handrail runs.`);
  }
}

/** Whether we are in every channel that is bound, and who reads it. */
export async function checkSlackPlaces(
  { config, logger }: SlackAsked,
  ports: Ports,
): Promise<Finding[]> {
  const { slack } = config;
  if (!slack) return [];
  const api = createWebApi({ apiUrl: slack.apiUrl, logger });
  const box = createSecretBox(config.secretKeys);
  const { botToken } = slack;
  const installations = createInstallations({ ...ports, logger, box, botToken });
  const all = await installations.list();
  if (all.length === 0) return [note('Slack', whyNone(slack, config.publicUrl))];
  const rows = await ports.database.client.placeIdentity.findMany({
    where: { platform: 'slack' },
    orderBy: { placeId: 'asc' },
  });
  const channels = createChannels({ api, logger });
  const look = (installation: Installation, channel: string) =>
    channels.get(installation, channel).catch((error: unknown) => {
      if (error instanceof SlackCallError && error.reason === 'channel_not_found') return null;
      throw error;
    });
  const [gone, archived, foreign]: [string[], string[], string[]] = [[], [], []];
  try {
    for (const { workspace, channel, placeId } of rows) {
      const installation = await installations.find(workspace);
      if (!installation) {
        foreign.push(placeId);
        continue;
      }
      const found = await look(installation, channel);
      if (!found?.isMember) gone.push(placeId);
      else if (found.isArchived) archived.push(placeId);
    }
  } catch (error) {
    return [note('Slack', `its channels could not be looked at: ${messageOf(error)}`)];
  }
  return placeFindings(rows.length, { gone, archived, foreign });
}

function whyNone({ client }: SlackConfig, publicUrl: string): string {
  return client
    ? `no workspace has installed the app yet. Open ${publicUrl}/slack/install.`
    : 'Handrail has not run with this token yet. Start it once; then its channels are looked at here.';
}

interface Wrong {
  readonly gone: readonly string[];
  readonly archived: readonly string[];
  readonly foreign: readonly string[];
}

function placeFindings(count: number, { gone, archived, foreign }: Wrong): Finding[] {
  const all: Finding[] = [];
  const say = (as: typeof fix, ids: readonly string[], what: string): void => {
    if (ids.length > 0) all.push(as('Slack', `${what}: ${named(ids)}.`));
  };
  say(fix, gone, 'Handrail is not in these channels. Write /invite @Handrail in each');
  say(fix, foreign, 'their workspace has not installed the app, so nothing is said there');
  say(note, archived, 'archived, so nothing is said there');
  if (all.length > 0 || count === 0) return all;
  return [fine('Slack', `Handrail is in every channel that is bound (${count}).`)];
}
