import { afterEach, describe, expect, test } from '@jest/globals';
import { hour, minute, plus, second } from '../../../src/shared/time.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { bot, type Front, furnish, ids, openFront, until } from './front.ts';

let front: Front | undefined;
afterEach(async () => {
  await front?.close();
  await front?.slack.close();
  await front?.ports.database.close();
  front = undefined;
});

/** A Slack that does not answer, whatever it is asked. */
async function open(options: { isDown: boolean }) {
  const ports = await openTestDatabase('2026-03-04T15:00:00Z');
  const slack = await openFakeSlack({ now: () => ports.clock.now().getTime() });
  furnish(slack);
  const lift = options.isDown ? slack.faults.set({ kind: 'reset' }) : () => {};
  front = await openFront({ slack, ports, ...(options.isDown && { isDown: true }) });
  return { slack, ports, lift, front };
}

/** An hour passes in steps that an engine would take. */
async function pass({ ports, world }: Front, milliseconds: number): Promise<void> {
  await world.engine.advanceTo(ports.clock, plus(ports.clock.now(), milliseconds));
}

const health = async ({ server }: Front) =>
  (await (await fetch(`${server.url}/health/ready`)).json()) as {
    status: string;
    platforms: { slack: string };
  };

describe('Slack is down for an hour', () => {
  test('at the start: we start without it, say so, and recover by ourselves', async () => {
    const { lift, front: started, slack } = await open({ isDown: true });
    await until(() => slack.callsOf('auth.test').length > 0);
    expect((await health(started)).platforms.slack).not.toBe('up');
    expect((await health(started)).status).toBe('ready');
    await pass(started, hour);
    const [refused] = await started.hand(
      ...slack.speak({ user: ids.lead, channel: ids.shared, text: 'hello' }).envelopes,
    );
    expect(refused?.acked).toBe(false);
    expect(refused?.tries.at(-1)?.status).toBe(503);
    lift();
    const back = performance.now();
    await until(async () => (await health(started)).platforms.slack === 'up');
    expect(performance.now() - back).toBeLessThan(30 * second);
    await pass(started, 10 * minute);
    const said = await started.says(ids.lead, ids.shared, `<@${bot}> what's happening now?`);
    expect(said.some(({ channel }) => channel === ids.shared)).toBe(true);
  });

  test('in mid-run: what is said is still written down, and answered within half a minute after', async () => {
    const { slack, front: started, ports } = await open({ isDown: false });
    const lift = slack.faults.set({ kind: 'reset' });
    const text = `<@${bot}> what's happening now?`;
    const speech = slack.speak({ user: ids.lead, channel: ids.shared, text });
    const handed = await started.hand(...speech.envelopes);
    expect(handed.every(({ acked }) => acked)).toBe(true);
    await pass(started, hour);
    const before = started.ours().length;
    lift();
    const back = ports.clock.now().getTime();
    await started.runUntilIdle(2 * minute);
    const answers = started
      .ours()
      .slice(before)
      .filter(({ channel }) => channel === ids.shared);
    expect(answers.length).toBeGreaterThan(0);
    expect(Number(answers[0]?.ts) * 1000 - back).toBeLessThan(30 * second);
  });

  test('while somebody is paged: the next one is called', async () => {
    const { slack, front: started } = await open({ isDown: false });
    await started.says(ids.lead, ids.shared, `<@${bot}> hello`);
    const lift = slack.faults.set({ kind: 'reset' });
    await started.hand(
      ...slack.speak({ user: ids.lead, channel: ids.shared, text: `<@${bot}> page` }).envelopes,
    );
    await pass(started, 15 * minute);
    const calls = await started.ports.database.client.pageCall.findMany();
    const called = calls.map(({ personId }) => personId);
    expect(called).toEqual(expect.arrayContaining(['nora', 'idris']));
    lift();
  });
});
