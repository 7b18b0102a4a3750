import type { SlackSettings } from '../../../src/adapters/slack/open-slack.ts';
import type { FakeSlack } from './fake-slack.ts';

export const signingSecret = 'a'.repeat(32);
export const botToken = 'xoxb-vendor';

/** The settings of an app installed by hand in one workspace of the fake. */
export function buildSlackSettings(
  { apiUrl }: Pick<FakeSlack, 'apiUrl'>,
  over: Partial<SlackSettings> = {},
): SlackSettings {
  return {
    botToken,
    signingSecret,
    appToken: null,
    client: null,
    workspaces: [],
    pinEmoji: 'pushpin',
    apiUrl,
    ...over,
  };
}
