import { z } from 'zod';
import type { HookSecrets } from './adapters/api/hooks/secrets.ts';
import type { Loopback } from './adapters/api/public-address.ts';
import type { ProviderConfig } from './adapters/console/door/provider.ts';
import { mediaNeeds, mediaSettings } from './adapters/contact/media-settings.ts';
import type { MediaConfig } from './adapters/contact/open-media.ts';
import type { LanguageModelConfig } from './adapters/language-model/open-language-model.ts';
import { isLoopback } from './shared/loopback.ts';
import { issuerUrl, like, loopbackUrl, url } from './shared/setting-value.ts';

/** Everything an operator can set, parsed; a part that is not set up is null. */
export interface Config extends MediaConfig {
  readonly port: number;
  readonly host: string;
  readonly database:
    | { readonly kind: 'directory'; readonly path: string }
    | { readonly kind: 'postgres'; readonly url: string };
  /** Where files are kept, whichever database is used. */
  readonly dataDir: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Keys of 32 bytes, as hexadecimal digits: the first one encrypts, each of them decrypts. Empty = none is set. */
  readonly secretKeys: readonly string[];
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  /** What other systems prove themselves with at their doors, by the name of the setting. */
  readonly hookSecrets: HookSecrets;
  /** What we sign with for systems that are told, by the name of the setting. */
  readonly webhookSecrets: HookSecrets;
  /** Where one may sign in to the console besides by a link; null = nowhere. */
  readonly provider: ProviderConfig | null;
  readonly heartbeatUrl: string | null;
  /** Whether addresses that the setup names may be of this machine: only for tests. */
  readonly loopback: Loopback;
  /** For how many days words are kept. */
  readonly retention: { readonly inboxDays: number; readonly messageDays: number };
  /** A language model asked about words we are not sure of; null = nobody is. */
  readonly languageModel: LanguageModelConfig | null;
}

export interface SlackConfig {
  readonly botToken: string | null;
  /** Set: events come by HTTP. */
  readonly signingSecret: string | null;
  /** Set: events come by Socket Mode. */
  readonly appToken: string | null;
  /** Set: the workspaces listed may install the app (OAuth). */
  readonly client: { readonly id: string; readonly secret: string } | null;
  /** Workspaces and enterprises that may install it. They count as the vendor's own. */
  readonly workspaces: readonly string[];
  /** The emoji that adds a message to the timeline, without colons. */
  readonly pinEmoji: string;
  /** Only for tests: another Slack, on this machine. */
  readonly apiUrl: string | null;
}

/** `local` has no authentication and serves only this machine. */
export type TeamsConfig =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'tenant';
      readonly appId: string;
      /** Null for a managed identity, which has none. */
      readonly appPassword: string | null;
      readonly appTenantId: string;
      readonly appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
      /** Only for tests: where another Teams, on this machine, has its OpenID document. */
      readonly openIdUrl: string | null;
      /** Only for tests: where that Teams gives tokens; its connector is at the same address. */
      readonly loginUrl: string | null;
    };

function days(usual: number) {
  const what = `is not a number of days. Write a whole number from 1 to 3650, such as ${usual}`;
  return z
    .string()
    .regex(/^\d{1,4}$/, what)
    .transform(Number)
    .refine(count => count >= 1 && count <= 3_650, what)
    .default(usual);
}

/** Keys with commas between, each written as hexadecimal digits or base64, as hexadecimal digits. */
export function secretKeysFrom(text: string): string[] {
  return text.split(',').map(part => {
    const written = part.trim();
    if (/^[0-9a-fA-F]{64}$/.test(written)) return written.toLowerCase();
    return Buffer.from(written, 'base64').toString('hex');
  });
}

const anything = z.string().optional();
const web = ['http:', 'https:'];

/** One entry per setting of `.env.example`; its message tells the operator what to write. */
export const settingsSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port. Write a whole number from 0 to 65535, such as PORT=3978')
    .transform(Number)
    .refine(
      port => port <= 65_535,
      'is not a port. Write a whole number from 0 to 65535, such as PORT=3978',
    )
    .default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'is not a host. Write an address such as HOST=127.0.0.1')
    .default('127.0.0.1'),
  PUBLIC_URL: url(
    web,
    'is not a web address. Write one such as PUBLIC_URL=https://handrail.example.com',
  ),
  DATABASE_URL: url(
    ['postgresql:', 'postgres:'],
    'is not a PostgreSQL address. Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or leave it out for the embedded database',
  ),
  DATA_DIR: z.string().default('data'),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'is not a level. Write debug, info, warn, error or silent',
    )
    .default('info'),
  HANDRAIL_SECRET_KEY: z
    .string()
    .refine(
      text => secretKeysFrom(text).every(({ length }) => length === 64),
      'is not a key of 32 bytes. Write the output of: openssl rand -hex 32 (several with commas between, the newest first)',
    )
    .optional(),
  SLACK_BOT_TOKEN: like(
    /^xoxb-/,
    'is not a bot token. It begins with xoxb- (Slack app → OAuth & Permissions)',
  ),
  SLACK_SIGNING_SECRET: like(
    /^[0-9a-fA-F]{16,}$/,
    'is not a signing secret. It is a line of hexadecimal digits (Slack app → Basic Information)',
  ),
  SLACK_APP_TOKEN: like(
    /^xapp-/,
    'is not an app-level token. It begins with xapp- (Slack app → Basic Information → App-Level Tokens)',
  ),
  SLACK_CLIENT_ID: like(
    /^\d+\.\d+$/,
    'is not a client id. It is two numbers with a dot between (Slack app → Basic Information)',
  ),
  SLACK_CLIENT_SECRET: anything,
  SLACK_WORKSPACES: like(
    /^[TE][A-Z0-9]+(\s*,\s*[TE][A-Z0-9]+)*$/,
    'is not a list of workspaces. Write the ids of your own, such as SLACK_WORKSPACES=T0123ABC,T0456DEF',
  ),
  SLACK_PIN_EMOJI: z
    .string()
    .regex(
      /^:?[\w+'-]+:?$/,
      'is not the name of an emoji. Write one such as SLACK_PIN_EMOJI=pushpin',
    )
    .default('pushpin'),
  SLACK_API_URL: loopbackUrl(
    'may only name this machine, such as http://127.0.0.1:4000/api/; it is for tests. Leave it out',
  ),
  MicrosoftAppId: z
    .uuid(
      'is not an app id. It looks like 00000000-0000-0000-0000-000000000000 (Entra → App registrations)',
    )
    .optional(),
  MicrosoftAppPassword: anything,
  MicrosoftAppTenantId: z
    .uuid(
      'is not a tenant id. It looks like 00000000-0000-0000-0000-000000000000 (Entra → Overview)',
    )
    .optional(),
  MicrosoftAppType: z
    .enum(
      ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'],
      'is not a kind of app. Write SingleTenant, MultiTenant or UserAssignedMSI',
    )
    .default('SingleTenant'),
  TEAMS_OPENID_URL: loopbackUrl(
    'may only name this machine, such as http://127.0.0.1:4002/openid; it is for tests. Leave it out',
  ),
  TEAMS_LOGIN_URL: loopbackUrl(
    'may only name this machine, such as http://127.0.0.1:4002; it is for tests. Leave it out',
  ),
  FETCH_LOCAL: z.enum(['0', '1'], 'is neither 1 (on) nor 0 (off)').default('0'),
  TEAMS_LOCAL: z.enum(['0', '1'], 'is neither 1 (on) nor 0 (off)').default('0'),
  ...mediaSettings,
  RETAIN_INBOX_DAYS: days(7),
  RETAIN_MESSAGE_DAYS: days(90),
  OIDC_ISSUER: issuerUrl(
    'is not an issuer. Write its https address, such as https://login.example.com',
  ),
  OIDC_CLIENT_ID: anything,
  OIDC_CLIENT_SECRET: anything,
  HEARTBEAT_URL: url(web, 'is not a web address. Write the one your monitoring gave you'),
  LLM_BASE_URL: url(web, 'is not a web address. Write one such as https://llm.example.com/v1'),
  LLM_API_KEY: z.string().optional(),
  LLM_MODEL: z.string().optional(),
});

/** The settings as they are written, each of them sound in itself. */
export type Settings = z.infer<typeof settingsSchema>;

/** One setting, and what is wrong with it. */
export interface SettingProblem {
  readonly name: string;
  readonly what: string;
}

type Need = readonly [keyof Settings, readonly (keyof Settings)[], string];

const nothingSent = 'without it nothing can be sent to Slack';
const slackNeeds: readonly Need[] = [
  [
    'SLACK_BOT_TOKEN',
    ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
    'Slack needs it to send events here (HTTP) or to be listened to (Socket Mode)',
  ],
  ['SLACK_SIGNING_SECRET', ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID'], nothingSent],
  ['SLACK_APP_TOKEN', ['SLACK_BOT_TOKEN'], nothingSent],
  ['SLACK_CLIENT_ID', ['SLACK_CLIENT_SECRET'], 'installing into workspaces needs both'],
  ['SLACK_CLIENT_SECRET', ['SLACK_CLIENT_ID'], 'installing into workspaces needs both'],
  ['SLACK_CLIENT_ID', ['SLACK_SIGNING_SECRET'], 'several workspaces can only be served by HTTP'],
  ['SLACK_CLIENT_ID', ['SLACK_WORKSPACES'], 'only those may install the app; they count as yours'],
  ['SLACK_CLIENT_ID', ['HANDRAIL_SECRET_KEY'], 'tokens of workspaces are kept encrypted'],
  ['SLACK_WORKSPACES', ['SLACK_CLIENT_ID'], 'it says who may install the app by OAuth'],
];

const provider = 'signing in at a provider needs issuer, client and secret';
const providerNeeds: readonly Need[] = [
  ['OIDC_ISSUER', ['OIDC_CLIENT_ID'], provider],
  ['OIDC_CLIENT_ID', ['OIDC_CLIENT_SECRET'], provider],
  ['OIDC_CLIENT_SECRET', ['OIDC_ISSUER'], provider],
];

/** Settings that need each other. */
export function checkTogether(settings: Settings): SettingProblem[] {
  const all: SettingProblem[] = [];
  const needs = (name: keyof Settings, others: readonly (keyof Settings)[], why: string) => {
    if (settings[name] === undefined) return;
    if (others.some(other => settings[other] !== undefined)) return;
    all.push({ name: others.join(' or '), what: `is missing: ${why}` });
  };
  for (const [name, others, why] of slackNeeds) needs(name, others, why);
  if (settings.SLACK_BOT_TOKEN !== undefined && settings.SLACK_CLIENT_ID !== undefined) {
    const what =
      'is for one workspace, SLACK_CLIENT_ID for those that install the app. Remove one of the two';
    all.push({ name: 'SLACK_BOT_TOKEN', what });
  }
  if (settings.MicrosoftAppType !== 'UserAssignedMSI') {
    needs('MicrosoftAppId', ['MicrosoftAppPassword'], 'Teams needs it to know this app');
  }
  needs('MicrosoftAppPassword', ['MicrosoftAppId'], 'Teams needs it to know this app');
  needs('MicrosoftAppId', ['MicrosoftAppTenantId'], 'Teams needs it to know this app');
  needs('MicrosoftAppTenantId', ['MicrosoftAppId'], 'without it Teams is not served at all');
  needs('TEAMS_OPENID_URL', ['MicrosoftAppId'], 'there is nothing to check signatures for');
  needs('TEAMS_OPENID_URL', ['TEAMS_LOGIN_URL'], 'a Teams for tests needs both');
  needs('TEAMS_LOGIN_URL', ['TEAMS_OPENID_URL'], 'a Teams for tests needs both');
  if (settings.TEAMS_LOCAL === '1' && settings.MicrosoftAppId !== undefined) {
    const what = 'serves a local Teams client, MicrosoftAppId the real one. Remove one of the two';
    all.push({ name: 'TEAMS_LOCAL', what });
  }
  for (const [name, others, why] of mediaNeeds) needs(name, others, why);
  for (const [name, others, why] of providerNeeds) needs(name, others, why);
  needs('LLM_BASE_URL', ['LLM_API_KEY'], 'the language model asks for it');
  needs('LLM_BASE_URL', ['LLM_MODEL'], 'it says which language model is asked');
  needs('LLM_API_KEY', ['LLM_BASE_URL'], 'there is no language model to use it for');
  if (settings.TEAMS_LOCAL === '1' && !isLoopback(settings.HOST)) {
    const what =
      'switches authentication off, so it works only with HOST=127.0.0.1. Remove one of the two';
    all.push({ name: 'TEAMS_LOCAL', what });
  }
  if (settings.FETCH_LOCAL === '1' && !isLoopback(settings.HOST)) {
    const what =
      'lets calendars and webhooks be on this machine, so it works only with HOST=127.0.0.1. Remove one of the two';
    all.push({ name: 'FETCH_LOCAL', what });
  }
  return all;
}
