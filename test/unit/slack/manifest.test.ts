import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { happenedTo } from '../../../src/adapters/slack/inbox/handle-place.ts';
import { botScopes, methodScopes } from '../../../src/adapters/slack/workspace/scopes.ts';
import { shortcutIds } from '../../../src/conversation/arrival/shortcut.ts';

const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
const manifest = parse(readFileSync(at('manifests/slack.yaml'), 'utf8')) as {
  features: {
    shortcuts: { type: string; callback_id: string }[];
    slash_commands: { command: string }[];
  };
  oauth_config: { scopes: { bot: string[]; user?: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};
const docs = readFileSync(at('docs/slack.md'), 'utf8');
const sources = readdirSync(at('src/adapters/slack'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(at(`src/adapters/slack/${name}`), 'utf8') }));

const events = manifest.settings.event_subscriptions.bot_events;

describe('the app asks for what it uses, and for nothing else', () => {
  test('the manifest and the page that installs the app ask for the same', () => {
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...botScopes].toSorted());
    expect(manifest.oauth_config.scopes.user).toBeUndefined();
  });

  test('every method that is called is covered by a scope asked for', () => {
    const called = sources
      .filter(({ name }) => name !== 'workspace/scopes.ts')
      .flatMap(({ text }) => [
        ...text.matchAll(
          /'((?:auth|chat|conversations|oauth|reactions|users|views|team|bots|files|pins|apps)\.[a-zA-Z0-9.]+)'/g,
        ),
      ])
      .map(([, method = '']) => method);
    expect([...new Set(called)].toSorted()).toEqual(Object.keys(methodScopes).toSorted());
    const missing = Object.values(methodScopes).filter(
      needed => needed.length > 0 && !needed.some(scope => botScopes.includes(scope)),
    );
    expect(missing).toEqual([]);
  });

  test('every event that is handled is asked for, and the other way round', () => {
    const spoken = ['message.channels', 'message.groups', 'message.im', 'app_mention'];
    const others = [
      'reaction_added',
      'app_home_opened',
      'app_uninstalled',
      'tokens_revoked',
      'user_change',
    ];
    const ofPlaces = events.filter(event => ![...spoken, ...others].includes(event));
    expect(events).toEqual(expect.arrayContaining([...spoken, ...others]));
    const installation = { botUserId: 'U0BOT' } as Parameters<typeof happenedTo>[1];
    const unheard = ofPlaces.filter(
      type => !happenedTo({ type, user: 'U0BOT', new_channel_id: 'C1' }, installation),
    );
    expect(unheard).toEqual([]);
    const place = sources.find(({ name }) => name === 'inbox/handle-place.ts')?.text ?? '';
    const handled = [...place.matchAll(/case '([a-z_]+)'/g)].map(([, name = '']) => name);
    expect(handled).toContain('member_joined_channel');
    expect(handled.filter(name => !events.includes(name))).toEqual([]);
  });

  test('every shortcut of the manifest does something', () => {
    const { shortcuts } = manifest.features;
    const idsOf = (kind: string) =>
      shortcuts.filter(({ type }) => type === kind).map(({ callback_id }) => callback_id);
    expect(idsOf('message')).toEqual(shortcutIds);
    const code = sources.map(({ text }) => text).join('\n');
    for (const id of idsOf('global')) expect(code).toContain(id);
    expect(shortcuts).toHaveLength(idsOf('message').length + idsOf('global').length);
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/handrail']);
  });

  test('the docs say of each scope and event why', () => {
    const unexplained = [...botScopes, ...events].filter(name => !docs.includes(`\`${name}\``));
    expect(unexplained).toEqual([]);
  });
});
