import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lanes } from '../../../src/delivery/draft.ts';
import { plus } from '../../../src/shared/time.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { type OutStage, setOutStage } from './out-stage.ts';

/** `SLACK_LOST=1000` and `SLACK_STORM_PAGES=200` make the long runs of what takes a moment here. */
const lostMessages = Number(process.env.SLACK_LOST ?? 45);
const stormPages = Number(process.env.SLACK_STORM_PAGES ?? 10);

let ports: TestPorts;
let slack: FakeSlack;
let stage: OutStage;

beforeEach(async () => {
  ports = await openTestDatabase();
  const { clock, database } = ports;
  slack = await openFakeSlack({ now: () => clock.now().getTime() });
  stage = setOutStage({ slack, database, clock });
});
afterEach(async () => {
  await slack.close();
  await ports.database.close();
});

describe('when every fifth answer is lost', () => {
  test.each([
    ['and Slack can be asked', 0],
    ['and so is every fifth answer to our asking', 0.2],
  ])(
    '%s: no page is lost, no check-in said twice',
    async (_also, share) => {
      for (let place = 0; place < 10; place += 1) await stage.addPlace(`place${place}`);
      for (let person = 0; person < 5; person += 1) await stage.addPerson(`adv${person}`);
      slack.faults.set({ kind: 'done-then-reset', method: 'chat.postMessage', share: 0.2 });
      slack.faults.set({ kind: 'reset', method: /^conversations/, share });
      for (let count = 0; count < lostMessages; count += 1) {
        const lane = lanes[count % 3] ?? 'pages';
        const to =
          lane === 'pages' ? { personId: `adv${count % 5}` } : { placeId: `place${count % 10}` };
        await stage.say(`${lane} ${count}`, to, lane);
      }
      await untilQuiet();

      const posts = slack.messages.all();
      const said = posts.map(({ text }) => text.replace(/^\(repeated\) /, ''));
      const times = (key: string) => said.filter(text => text === key).length;
      const { client } = ports.database;
      const rows = await client.message.findMany({
        select: { key: true, lane: true, state: true },
      });
      expect(rows).toHaveLength(lostMessages);
      const lostPages = rows.filter(({ lane, key }) => lane === 'pages' && times(key) === 0);
      const twice = rows.filter(({ lane, key }) => lane === 'check-ins' && times(key) > 1);
      const unsaid = rows.filter(({ key }) => times(key) === 0);
      expect({ lostPages, twice, unsaid }).toEqual({ lostPages: [], twice: [], unsaid: [] });
      // What may be there already says so itself: of each message at most one copy does not.
      const repeats = said.length - rows.length;
      const unmarked = posts
        .map(({ text }) => text)
        .filter(text => !text.startsWith('(repeated) '));
      expect(new Set(unmarked).size).toBe(unmarked.length);
      if (share === 0) expect(repeats).toBe(0);
      expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
      const faults = slack.callsOf('chat.postMessage').filter(({ status }) => status === null);
      expect(faults.length).toBeGreaterThan(lostMessages / 10);
      report(`${lostMessages} messages, ${faults.length} answers lost, ${repeats} repeats`);
    },
    300_000,
  );
});

describe('a storm of refusals on twenty channels', () => {
  test('keeps no page elsewhere waiting, calls nobody too early, and keeps the order', async () => {
    const channels: string[] = [];
    for (let place = 0; place < 20; place += 1) channels.push(await stage.addPlace(`p${place}`));
    const user = await stage.addPerson('adv');
    for (const channel of channels) {
      slack.faults.set({ kind: 'rate-limited', retryAfterSeconds: 2, channel, share: 0.6 });
    }
    for (let line = 0; line < 4; line += 1) {
      const lane = line % 2 === 0 ? 'replies' : 'pages';
      for (let place = 0; place < 20; place += 1) {
        await stage.say(`p${place} ${lane} ${line}`, { placeId: `p${place}` }, lane);
      }
    }
    const begin = ports.clock.now();
    const handedAt = new Map<string, number>();
    for (let count = 0; count < stormPages; count += 1) {
      const at = plus(begin, count * 1_050);
      await untilQuiet(at);
      ports.clock.moveTo(at);
      handedAt.set(`page ${count}`, at.getTime());
      await stage.say(`page ${count}`, { personId: 'adv' }, 'pages');
    }
    await untilQuiet();

    const calls = slack.callsOf('chat.postMessage');
    const pages = calls.filter(({ channel }) => channel === user);
    const waits = pages.map(({ at, args }) => at - (handedAt.get(String(args.text)) ?? 0));
    expect(waits).toHaveLength(stormPages);
    const p95 = waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.95) - 1] ?? 0;
    expect(p95).toBeLessThan(2_000);
    expect(tooEarly()).toEqual([]);
    for (const channel of channels) {
      const said = stage.read(channel);
      expect(said).toHaveLength(4);
      const replies = said.filter(text => text.includes('replies'));
      expect(replies).toEqual(replies.toSorted());
    }
    const refused = calls.filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(40);
    report(
      `${calls.length} calls, ${refused} refused, ${stormPages} pages elsewhere p95 ${p95} ms`,
    );
  });

  /** Calls to a channel between its refusal and the time that named. */
  function tooEarly() {
    const refusals = slack.calls.filter(({ retryAt }) => retryAt !== null);
    return refusals.flatMap(refusal =>
      slack.calls
        .slice(slack.calls.indexOf(refusal) + 1)
        .filter(({ channel, at }) => channel === refusal.channel && at < (refusal.retryAt ?? 0))
        .map(({ at, args }) => ({ at, text: args.text, refused: refusal.args.text })),
    );
  }
});

/** Time passes from one planned moment to the next, until nothing more is planned or `end` comes first. */
async function untilQuiet(end: Date | null = null): Promise<void> {
  const { client } = ports.database;
  for (;;) {
    await stage.sender.drain();
    // What waits its turn behind another is due already; the clock moves to what is planned.
    const dueAt = { gt: ports.clock.now() };
    const { _min } = await client.message.aggregate({ where: { dueAt }, _min: { dueAt: true } });
    if (!_min.dueAt || (end && _min.dueAt >= end)) return;
    ports.clock.moveTo(_min.dueAt);
  }
}

/** Figures of a long run are worth seeing. */
function report(figures: string): void {
  if (process.env.SLACK_LOST || process.env.SLACK_STORM_PAGES) process.stderr.write(`${figures}\n`);
}
