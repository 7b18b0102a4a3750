import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openFakeSlack } from '../../harness/slack/fake-slack.ts';
import type { Ending } from '../../harness/slack/socket-mode.ts';
import { bot, type Front, furnish, ids, openFront, until } from './front.ts';

/** HANDRAIL_DISCONNECTS=50 for the big run. */
const disconnects = Number(process.env.HANDRAIL_DISCONNECTS ?? 10);
const endings: readonly Ending[] = [
  'refresh_requested',
  'reset',
  'silent',
  'warning',
  'too_many_websockets',
];

let front: Front | undefined;
const unhandled: unknown[] = [];
const keep = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => {
  process.on('unhandledRejection', keep);
});
afterAll(() => {
  process.off('unhandledRejection', keep);
});
afterEach(async () => {
  await front?.close();
  await front?.slack.close();
  front = undefined;
  expect(unhandled).toEqual([]);
});

async function open(): Promise<Front> {
  const slack = await openFakeSlack({ pingMilliseconds: 50 });
  furnish(slack);
  slack.directory.addToken('xapp-1', 'T0VEND');
  slack.socket.patience = { ackMilliseconds: 1_500, pauses: [0, 0, 0, 0, 0], lostAcks: 0 };
  front = await openFront({
    slack,
    settings: { appToken: 'xapp-1', signingSecret: null },
    silenceMilliseconds: 400,
  });
  await slack.socket.connected();
  return front;
}

describe('Socket Mode', () => {
  test('needs no public address: words come in, answers go out', async () => {
    const { slack, runUntilIdle, ours } = await open();
    const said = { user: ids.lead, channel: ids.shared, text: `<@${bot}> what's happening now?` };
    const { handed } = await slack.say(slack.socket, said);
    expect(handed.every(({ acked }) => acked)).toBe(true);
    await runUntilIdle();
    expect(ours().at(-1)).toMatchObject({ channel: ids.shared });
    const response = await fetch(front?.url ?? '', { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
  });

  test(`${disconnects} disconnects, silent ones too: nothing is lost, nothing comes twice`, async () => {
    const { slack, inbox, joined } = await open();
    for (let round = 0; round < disconnects; round += 1) {
      const text = `word ${round}`;
      const said = slack.say(slack.socket, { user: ids.lead, channel: ids.shared, text });
      slack.socket.end(endings[round % endings.length] ?? 'reset');
      const { handed } = await said;
      expect(handed.map(({ acked }) => acked)).toEqual([true]);
    }
    const texts = (await inbox()).map(
      ({ payload }) => (payload as { said: { text: string } }).said.text,
    );
    expect(texts).toEqual(Array.from({ length: disconnects }, (_, round) => `word ${round}`));
    await until(() => joined.health() === 'up');
  });

  test('Slack refuses a connection for a while, and it is made as soon as it can be', async () => {
    const { slack, joined } = await open();
    const lift = slack.faults.set({ kind: 'status', status: 503, method: 'apps.connections.open' });
    slack.socket.end('reset');
    await until(() => joined.health().includes('Socket Mode'));
    lift();
    await until(() => slack.socket.size === 1 && joined.health() === 'up');
  });

  test('a frame that its own client cannot read ends nothing', async () => {
    const { slack, joined } = await open();
    const odd = { type: 'app_rate_limited', minute_rate_limited: 1 };
    slack.socket.patience = { ackMilliseconds: 100, pauses: [], lostAcks: 0 };
    await slack.socket.hand({ type: 'events_api', payload: odd });
    slack.socket.patience = { ackMilliseconds: 1_500, pauses: [0, 0], lostAcks: 0 };
    const { handed } = await slack.say(slack.socket, {
      user: ids.lead,
      channel: ids.shared,
      text: 'still there?',
    });
    expect(handed[0]?.acked).toBe(true);
    expect(joined.health()).toBe('up');
  });
});
