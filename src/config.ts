import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { hookSecretPrefix, secretsIn, webhookSecretPrefix } from './adapters/api/hooks/secrets.ts';
import type { TwilioConfig } from './adapters/contact/twilio/account.ts';
import {
  type Config,
  checkTogether,
  type SettingProblem,
  type Settings,
  type SlackConfig,
  secretKeysFrom,
  settingsSchema,
  type TeamsConfig,
} from './settings.ts';
import { BadInputError, codeOf, messageOf } from './shared/errors.ts';

export type { Config, SlackConfig, TeamsConfig };

/** Where settings come from; tests give their own. */
export interface ConfigSources {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The path of the settings file; it need not exist. */
  readonly file?: string;
}

/**
 * Reads the settings from the environment and `.env`; the environment wins, and an empty value counts
 * as left out. Throws BadInputError with every problem as ".env:3 PORT: what to write instead".
 */
export function readConfig({
  environment = process.env,
  file = '.env',
}: ConfigSources = {}): Config {
  const text = readSettingsFile(file);
  const written = withoutEmpty({ ...parse(text), ...withoutEmpty(environment) });
  const parsed = settingsSchema.safeParse(written);
  const hooks = secretsIn(written, hookSecretPrefix);
  const webhooks = secretsIn(written, webhookSecretPrefix);
  const problems: SettingProblem[] = [
    ...(parsed.success
      ? checkTogether(parsed.data)
      : parsed.error.issues.map(issue => ({ name: String(issue.path[0]), what: issue.message }))),
    ...hooks.problems,
    ...webhooks.problems,
  ];
  const lines = [
    ...unreadableLines(text, file),
    ...misspelt(text, file),
    ...problems.map(
      ({ name, what }) => `${placeOf(name, { environment, text, file })}${name}: ${what}.`,
    ),
  ];
  if (!parsed.success || lines.length > 0) throw new BadInputError(lines);
  return {
    ...configFrom(parsed.data),
    hookSecrets: hooks.secrets,
    webhookSecrets: webhooks.secrets,
  };
}

function readSettingsFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return '';
    throw new BadInputError(
      [`${file}: cannot be read (${messageOf(cause)}). Make it a readable file, or remove it.`],
      {
        cause,
      },
    );
  }
}

function withoutEmpty(
  values: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value.trim() !== '') all[name] = value;
  }
  return all;
}

const settingLine = /^\s*(?:export\s+)?([\w.-]+)\s*=/;

/** Lines that dotenv would skip without a word. */
function unreadableLines(text: string, file: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#') || settingLine.test(line)) return [];
    return [
      `${file}:${index + 1}: this line is not a setting. Write NAME=value, or begin it with # to leave it out.`,
    ];
  });
}

/** Names that begin like one of ours and are none: most likely a slip. */
function misspelt(text: string, file: string): string[] {
  const known = Object.keys(settingsSchema.shape);
  const families = new Set(
    known.flatMap(
      name => name.match(/^(SLACK|TEAMS|TWILIO|PAGERDUTY|PAGE|HANDRAIL|OIDC|Microsoft)/)?.[0] ?? [],
    ),
  );
  return text.split('\n').flatMap((line, index) => {
    const name = line.match(settingLine)?.[1] ?? '';
    const isOurs = [...families].some(family => name.startsWith(family));
    if (!isOurs || known.includes(name)) return [];
    return [
      `${file}:${index + 1} ${name}: is no setting of Handrail. See .env.example for the names there are.`,
    ];
  });
}

interface Written {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly file: string;
}

function placeOf(name: string, { environment, text, file }: Written): string {
  if (environment[name]?.trim()) return 'environment ';
  const line = text.split('\n').findLastIndex(each => each.match(settingLine)?.[1] === name);
  return line < 0 ? '' : `${file}:${line + 1} `;
}

function configFrom(settings: Settings): Omit<Config, 'hookSecrets' | 'webhookSecrets'> {
  const dataDir = resolve(settings.DATA_DIR);
  const host = settings.HOST.includes(':')
    ? `[${settings.HOST.replace(/[[\]]/g, '')}]`
    : settings.HOST;
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: (settings.PUBLIC_URL ?? `http://${host}:${settings.PORT}`).replace(/\/+$/, ''),
    database: settings.DATABASE_URL
      ? { kind: 'postgres', url: settings.DATABASE_URL }
      : { kind: 'directory', path: dataDir },
    dataDir,
    logLevel: settings.LOG_LEVEL,
    secretKeys: settings.HANDRAIL_SECRET_KEY ? secretKeysFrom(settings.HANDRAIL_SECRET_KEY) : [],
    slack: slackFrom(settings),
    teams: teamsFrom(settings),
    twilio: twilioFrom(settings),
    mail: mailFrom(settings),
    letters: lettersFrom(settings),
    pageWebhook: pageWebhookFrom(settings),
    pagerDuty: pagerDutyFrom(settings),
    push: pushFrom(settings),
    provider: providerFrom(settings),
    heartbeatUrl: settings.HEARTBEAT_URL ?? null,
    loopback: settings.FETCH_LOCAL === '1' ? 'allowed' : 'refused',
    retention: {
      inboxDays: settings.RETAIN_INBOX_DAYS,
      messageDays: settings.RETAIN_MESSAGE_DAYS,
    },
    languageModel: languageModelFrom(settings),
  };
}

function providerFrom(settings: Settings): Config['provider'] {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = settings;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

function languageModelFrom(settings: Settings): Config['languageModel'] {
  const { LLM_BASE_URL: baseUrl, LLM_API_KEY: apiKey, LLM_MODEL: model } = settings;
  return baseUrl && apiKey && model ? { baseUrl, apiKey, model } : null;
}

function slackFrom(settings: Settings): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret } = settings;
  if (!botToken && !id) return null;
  return {
    botToken: botToken ?? null,
    signingSecret: settings.SLACK_SIGNING_SECRET ?? null,
    appToken: settings.SLACK_APP_TOKEN ?? null,
    client: id && secret ? { id, secret } : null,
    workspaces: settings.SLACK_WORKSPACES?.split(',').map(each => each.trim()) ?? [],
    pinEmoji: settings.SLACK_PIN_EMOJI.replaceAll(':', ''),
    apiUrl: settings.SLACK_API_URL ?? null,
  };
}

function teamsFrom(settings: Settings): TeamsConfig | null {
  if (settings.TEAMS_LOCAL === '1') return { kind: 'local' };
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: appTenantId } = settings;
  if (!appId || !appTenantId) return null;
  return {
    kind: 'tenant',
    appId,
    appTenantId,
    appPassword: settings.MicrosoftAppPassword ?? null,
    appType: settings.MicrosoftAppType,
    openIdUrl: settings.TEAMS_OPENID_URL ?? null,
    loginUrl: settings.TEAMS_LOGIN_URL ?? null,
  };
}

function twilioFrom(settings: Settings): TwilioConfig | null {
  const {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_FROM: from,
  } = settings;
  if (!accountSid || !authToken || !from) return null;
  return { accountSid, authToken, from, apiUrl: settings.TWILIO_API_URL ?? null };
}

function pageWebhookFrom(settings: Settings): Config['pageWebhook'] {
  const { PAGE_WEBHOOK_URL: url, PAGE_WEBHOOK_SECRET: secret } = settings;
  return url && secret ? { url, secret } : null;
}

function mailFrom({ SMTP_URL: url, MAIL_FROM: from }: Settings): Config['mail'] {
  return url && from ? { url, from } : null;
}

function lettersFrom(settings: Settings): Config['letters'] {
  const { MAIL_IN_SECRET: secret, MAIL_IN_TRUSTS: server } = settings;
  const mail = mailFrom(settings);
  return mail && secret ? { ...mail, secret, server: server ?? null } : null;
}

function pushFrom({ VAPID_SUBJECT: subject, PUSH_API_URL: apiUrl }: Settings): Config['push'] {
  return subject ? { subject, apiUrl: apiUrl ?? null } : null;
}

function pagerDutyFrom(settings: Settings): Config['pagerDuty'] {
  const { PAGERDUTY_ROUTING_KEY: routingKey } = settings;
  if (!routingKey) return null;
  return {
    routingKey,
    webhookSecret: settings.PAGERDUTY_WEBHOOK_SECRET ?? null,
    apiUrl: settings.PAGERDUTY_API_URL ?? null,
  };
}
