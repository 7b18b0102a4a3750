import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import bolt from '@slack/bolt';
import { WebClientEvent } from '@slack/web-api';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { liveIn } from '../../harness/slack/read-mrkdwn.ts';
import type { Transport } from '../../harness/slack/towards-us.ts';

/**
 * A bot as tutorials write it: `app.message` and `say`. Everything Handrail does differently is there because
 * of what happens to this one; if it ever passes, the fake has become kinder than Slack.
 */

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => bolt.LogLevel.ERROR,
  setName() {},
};

let slack: FakeSlack;
let app: InstanceType<typeof bolt.App>;
let towards: Transport;
/** While true, whatever the bot keeps its facts in does not answer. */
let isStoreDown: boolean;

beforeEach(async () => {
  isStoreDown = false;
  slack = await openFakeSlack();
  slack.directory.addTeam('T0VEND');
  slack.directory.addTeam('T0CUST');
  slack.directory.addUser('U0LEAD', 'T0CUST', { name: 'Lead' });
  const { botUser } = slack.directory.addToken('xoxb-1', 'T0VEND');
  for (const id of ['C0ONE', 'C0TWO']) {
    const members = [botUser, 'U0LEAD'];
    slack.directory.addChannel(id, 'T0VEND', { connected: ['T0CUST'], members });
  }
  app = new bolt.App({
    token: 'xoxb-1',
    signingSecret: 'secret',
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.error(async () => {});
  // The newest incident of anybody is what it answers with.
  let newest = 'nothing';
  app.message(async ({ message, say }) => {
    if (isStoreDown) throw new Error('the store is down');
    const text = 'text' in message ? (message.text ?? '') : '';
    if (text.startsWith('log ')) newest = text.slice(4);
    await say(`Noted: ${text}. The newest is ${newest}.`);
  });
  const server = (await app.start(0)) as unknown as { address(): { port: number } };
  const url = `http://127.0.0.1:${server.address().port}/slack/events`;
  towards = slack.http({ url, signingSecret: 'secret', pauses: [0, 0, 0] });
});

afterEach(async () => {
  await app.stop();
  await slack.close();
});

const says = (text: string, channel = 'C0ONE') => ({ user: 'U0LEAD', channel, text });

/** What the bot said in a channel. */
const answers = (channel = 'C0ONE') =>
  slack.messages.in(channel).filter(({ user }) => user === 'U0BOT0VEND');

/** Resolves as soon as the bot has said so much. */
async function answered(count: number): Promise<void> {
  if (answers().length >= count) return;
  await new Promise<void>(done => {
    Object.assign(slack, {
      onMessage: () => {
        if (answers().length >= count) done();
      },
    });
  });
}

describe('a bot as tutorials write it', () => {
  test('answers twice when Slack tells it twice', async () => {
    const { envelopes } = slack.speak(says('page'));
    for (const envelope of [...envelopes, ...envelopes]) await towards.hand(envelope);
    await answered(2);
    expect(answers()).toHaveLength(2);
  });

  test('says a thing again when the answer to its post is lost', async () => {
    slack.faults.set({ kind: 'done-then-reset', method: 'chat.postMessage', times: 1 });
    await slack.say(towards, says('page'));
    await answered(2);
    expect(answers()).toHaveLength(2);
  });

  test('loses what was said while its store is down: Slack was told that all is well', async () => {
    isStoreDown = true;
    const { handed } = await slack.say(towards, says('page'));
    expect(handed[0]).toMatchObject({ acked: true, tries: [{ status: 200 }] });
    isStoreDown = false;
    await slack.say(towards, says('still there?'));
    await answered(1);
    expect(
      answers()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Noted: page');
  });

  test('tells one customer what another one said', async () => {
    await slack.say(towards, says('log the ledger of One is down', 'C0ONE'));
    await answered(1);
    const { envelopes } = slack.speak(says('what is new?', 'C0TWO'));
    for (const envelope of envelopes) await towards.hand(envelope);
    await new Promise<void>(done => {
      if (answers('C0TWO').length > 0) done();
      Object.assign(slack, { onMessage: () => done() });
    });
    expect(answers('C0TWO')[0]?.text).toContain('the ledger of One');
  });

  test('wakes a whole channel because somebody wrote so, and lets links unfurl', async () => {
    await slack.say(towards, says('<!channel> <https://evil.example|your bank>'));
    await answered(1);
    const [message] = answers();
    const live = liveIn({ text: message?.text }).map(({ kind }) => kind);
    expect(live).toEqual(['mention', 'masked-link']);
    expect(message?.unfurl).toEqual({ links: null, media: null });
  });

  test('keeps a page waiting because another channel is busy', async () => {
    slack.faults.set({
      kind: 'rate-limited',
      retryAfterSeconds: 2,
      channel: 'C0ONE',
      times: 1,
    });
    const refused = new Promise(done => app.client.once(WebClientEvent.RATE_LIMITED, done));
    const begun = Date.now();
    const busy = app.client.chat.postMessage({ channel: 'C0ONE', text: 'chatter' });
    await refused;
    await app.client.chat.postMessage({ channel: 'C0TWO', text: 'page' });
    expect(Date.now() - begun).toBeGreaterThan(1_500);
    await busy;
  });
});
