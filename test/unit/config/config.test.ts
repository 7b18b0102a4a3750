import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Config, readConfig } from '../../../src/config.ts';
import { settingsSchema } from '../../../src/settings.ts';
import { BadInputError } from '../../../src/shared/errors.ts';

const directory = mkdtempSync(join(tmpdir(), 'handrail-config-'));
const file = join(directory, '.env');
afterAll(() => rmSync(directory, { recursive: true }));

function fromFile(text: string, environment: Record<string, string> = {}): Config {
  writeFileSync(file, text);
  return readConfig({ environment, file });
}

function fromEnvironment(environment: Record<string, string>): Config {
  return readConfig({ environment, file: join(directory, 'none') });
}

function problemsOf(read: () => Config): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof BadInputError)
      return error.problems.map(line => line.replace(file, '.env'));
    throw error;
  }
  throw new Error('the settings were accepted');
}

test('without any setting it listens on this machine only, keeps data in data/, and joins no platform', () => {
  expect(fromEnvironment({})).toEqual({
    port: 3978,
    provider: null,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3978',
    database: { kind: 'directory', path: join(process.cwd(), 'data') },
    dataDir: join(process.cwd(), 'data'),
    logLevel: 'info',
    secretKeys: [],
    slack: null,
    teams: null,
    hookSecrets: new Map(),
    webhookSecrets: new Map(),
    twilio: null,
    mail: null,
    letters: null,
    pageWebhook: null,
    pagerDuty: null,
    push: null,
    heartbeatUrl: null,
    retention: { inboxDays: 7, messageDays: 90 },
    languageModel: null,
    loopback: 'refused',
  });
});

test('the environment wins over the file, and an empty value counts as left out', () => {
  const config = fromFile('PORT=4000\nLOG_LEVEL=debug\nHOST=\n', { PORT: '5000', LOG_LEVEL: '' });
  expect(config).toMatchObject({ port: 5000, logLevel: 'debug', host: '127.0.0.1' });
});

test('a database address switches from the embedded database to PostgreSQL', () => {
  const url = 'postgresql://handrail:pw@db:5432/handrail';
  expect(fromEnvironment({ DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
});

test('the public address follows host and port, and loses its last slash', () => {
  expect(fromEnvironment({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://[::1]:80');
  expect(fromEnvironment({ PUBLIC_URL: 'https://x.example/' }).publicUrl).toBe('https://x.example');
});

test('.env.example, with every line switched on, names exactly the settings there are', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^#?([A-Za-z_]+)=/gm)].map(match => match[1]);
  expect(named.toSorted()).toEqual(Object.keys(settingsSchema.shape).toSorted());
});

const appId = '11111111-2222-4333-8444-555555555555';

describe('a broken .env names the line, the setting and what to write', () => {
  test.each([
    [
      'PORT=http',
      '.env:1 PORT: is not a port. Write a whole number from 0 to 65535, such as PORT=3978.',
    ],
    ['# first\nPORT=70000', '.env:2 PORT: is not a port.'],
    ['HOST=a b', '.env:1 HOST: is not a host.'],
    ['PUBLIC_URL=handrail.example.com', '.env:1 PUBLIC_URL: is not a web address.'],
    ['DATABASE_URL=mysql://x/y', '.env:1 DATABASE_URL: is not a PostgreSQL address.'],
    ['LOG_LEVEL=loud', '.env:1 LOG_LEVEL: is not a level.'],
    [
      'SLACK_BOT_TOKEN=nonsense',
      '.env:1 SLACK_BOT_TOKEN: is not a bot token. It begins with xoxb-',
    ],
    ['SLACK_BOT_TOKEN=xoxb-1', 'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN: is missing'],
    ['SLACK_CLIENT_ID=1.2', 'SLACK_WORKSPACES: is missing'],
    ['SLACK_CLIENT_ID=1.2', 'HANDRAIL_SECRET_KEY: is missing'],
    ['SLACK_CLIENT_ID=1.2\nSLACK_BOT_TOKEN=xoxb-1', '.env:2 SLACK_BOT_TOKEN: is for one workspace'],
    ['SLACK_WORKSPACES=everybody', '.env:1 SLACK_WORKSPACES: is not a list of workspaces.'],
    ['SLACK_PIN_EMOJI=a b', '.env:1 SLACK_PIN_EMOJI: is not the name of an emoji.'],
    ['HANDRAIL_SECRET_KEY=hunter2', '.env:1 HANDRAIL_SECRET_KEY: is not a key of 32 bytes.'],
    ['SLACK_API_URL=https://slack.com/api/', '.env:1 SLACK_API_URL: may only name this machine'],
    ['MicrosoftAppId=me', '.env:1 MicrosoftAppId: is not an app id.'],
    ['MicrosoftAppPassword=x', 'MicrosoftAppId: is missing'],
    ['HOST=0.0.0.0\nTEAMS_LOCAL=1', '.env:2 TEAMS_LOCAL: switches authentication off'],
    [`TEAMS_LOCAL=1\nMicrosoftAppId=${appId}`, '.env:1 TEAMS_LOCAL: serves a local Teams client'],
    [`MicrosoftAppTenantId=${appId}`, 'MicrosoftAppId: is missing'],
    ['TEAMS_LOGIN_URL=http://127.0.0.1:1', 'TEAMS_OPENID_URL: is missing'],
    [
      'TEAMS_OPENID_URL=https://evil.example',
      '.env:1 TEAMS_OPENID_URL: may only name this machine',
    ],
    ['TWILIO_FROM=0155', '.env:1 TWILIO_FROM: is not a phone number.'],
    ['TWILIO_API_URL=http://twilio.example', '.env:1 TWILIO_API_URL: may only name this machine'],
    ['SMTP_URL=smtp://mail.example', 'MAIL_FROM: is missing'],
    ['PAGERDUTY_ROUTING_KEY=short', '.env:1 PAGERDUTY_ROUTING_KEY: is not a routing key.'],
    ['SMTP_URL=mail', '.env:1 SMTP_URL: is not a mail server.'],
    ['PAGE_WEBHOOK_URL=https://x.example', 'PAGE_WEBHOOK_SECRET: is missing'],
    ['PAGE_WEBHOOK_SECRET=short', '.env:1 PAGE_WEBHOOK_SECRET: is too short.'],
    ['RETAIN_INBOX_DAYS=0', '.env:1 RETAIN_INBOX_DAYS: is not a number of days.'],
    ['RETAIN_MESSAGE_DAYS=ever', '.env:1 RETAIN_MESSAGE_DAYS: is not a number of days.'],
    ['HEARTBEAT_URL=ftp://x', '.env:1 HEARTBEAT_URL: is not a web address.'],
    ['PORT 3978', '.env:1: this line is not a setting. Write NAME=value'],
    ['SLACK_BOT_TOKN=xoxb-1', '.env:1 SLACK_BOT_TOKN: is no setting of Handrail.'],
  ])('%s', (text, message) => {
    const problems = problemsOf(() => fromFile(text));
    expect(problems.some(problem => problem.startsWith(message))).toBe(true);
  });

  test('all at once, so that one start is enough to see them', () => {
    expect(problemsOf(() => fromFile('PORT=x\nLOG_LEVEL=y\nnonsense'))).toHaveLength(3);
  });

  test('a secret is never repeated in the message', () => {
    const text =
      'SLACK_BOT_TOKEN=hunter2\nDATABASE_URL=hunter2\nSMTP_URL=hunter2\nHANDRAIL_SECRET_KEY=hunter2\nPAGE_WEBHOOK_SECRET=hunter2';
    expect(problemsOf(() => fromFile(text)).join('\n')).not.toContain('hunter2');
  });

  test('a .env that is a directory says so', () => {
    const problems = problemsOf(() => readConfig({ environment: {}, file: directory }));
    expect(problems[0]).toContain('cannot be read');
  });

  test('what the environment says is blamed on the environment', () => {
    expect(problemsOf(() => fromEnvironment({ PORT: 'x' }))[0]).toMatch(
      /^environment PORT: is not a port/,
    );
  });
});

test('Slack joins by HTTP, by Socket Mode, or for many workspaces', () => {
  const signingSecret = 'a'.repeat(32);
  const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: signingSecret };
  expect(fromEnvironment(http).slack).toMatchObject({
    botToken: 'xoxb-1',
    signingSecret,
    appToken: null,
  });
  const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  expect(fromEnvironment(socket).slack).toMatchObject({ appToken: 'xapp-1', signingSecret: null });
  const many = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 's',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_WORKSPACES: 'T0VEND, E0VEND',
    SLACK_PIN_EMOJI: ':memo:',
    HANDRAIL_SECRET_KEY: `${'ab'.repeat(32)},${Buffer.alloc(32, 7).toString('base64')}`,
  };
  expect(fromEnvironment(many)).toMatchObject({
    secretKeys: ['ab'.repeat(32), '07'.repeat(32)],
    slack: {
      botToken: null,
      client: { id: '1.2', secret: 's' },
      workspaces: ['T0VEND', 'E0VEND'],
      pinEmoji: 'memo',
    },
  });
});

test('Teams joins with a tenant, and without authentication on this machine only', () => {
  const tenant = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'p',
    MicrosoftAppTenantId: appId,
  };
  const config = {
    kind: 'tenant',
    appId,
    appPassword: 'p',
    appTenantId: appId,
    appType: 'SingleTenant',
    openIdUrl: null,
    loginUrl: null,
  };
  expect(fromEnvironment(tenant).teams).toEqual(config);
  const openIdUrl = 'http://127.0.0.1:4002/openid';
  const loginUrl = 'http://127.0.0.1:4002';
  const elsewhere = { ...tenant, TEAMS_OPENID_URL: openIdUrl, TEAMS_LOGIN_URL: loginUrl };
  expect(fromEnvironment(elsewhere).teams).toEqual({ ...config, openIdUrl, loginUrl });
  expect(fromEnvironment({ TEAMS_LOCAL: '1' }).teams).toEqual({ kind: 'local' });
});
