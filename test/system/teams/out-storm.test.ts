import { describe, expect, test } from '@jest/globals';
import type { Lane } from '../../../src/delivery/draft.ts';
import { second } from '../../../src/shared/time.ts';
import type { Call } from '../../harness/teams/calls.ts';
import type { Conversation } from '../../harness/teams/people.ts';
import { type OutStage, openOutStage } from './out-stage.ts';

/** How many messages wait in each of the twenty. */
const mostEach = 5;

const repeat = 'Sent again: the first one may have reached you already.\n';

/** So many channels, each with a place and a customer of its own: "p0", "p1" … */
async function openChannels(stage: OutStage, count: number): Promise<Conversation[]> {
  const channels = Array.from({ length: count }, () => stage.teams.channel({ members: [] }));
  for (const [index, channel] of channels.entries()) await stage.place(`p${index}`, channel);
  return channels;
}

const say = (stage: OutStage, key: string, to: number, lane: Lane = 'replies') =>
  stage.say(key, { lane, to: { placeId: `p${to}` } });

const at95 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

describe('a storm of 429 on twenty conversations', () => {
  test('delays no page on another, calls nobody early, and keeps the order', async () => {
    const stage = await openOutStage({ limits: 'published', patienceMilliseconds: 60_000 });
    const channels = await openChannels(stage, 21);
    const quiet = channels[20];
    const refused = new Map<string, number>();
    stage.teams.faults.add({
      fault: { status: 429, retryAfter: '4' },
      on: ({ kind, conversation }: Call) => {
        const times = refused.get(conversation ?? '') ?? 0;
        if (kind !== 'send' || conversation === quiet?.id || times >= 2) return false;
        refused.set(conversation ?? '', times + 1);
        return true;
      },
    });
    for (let n = 0; n < mostEach; n += 1)
      for (let to = 0; to < 20; to += 1) await say(stage, `${to}-${n}`, to);
    const asked = new Map<string, number>();
    for (let step = 0; step < 80; step += 1) {
      if (step % 5 === 0) {
        asked.set(`page-${step}`, stage.ports.clock.now().getTime());
        await say(stage, `page-${step}`, 20, 'pages');
      }
      await stage.pass(200);
    }
    const waits = stage.teams.shown
      .filter(each => each.conversation === quiet?.id)
      .map(each => each.at - (asked.get(String(each.activity.summary)) ?? 0));
    expect(waits).toHaveLength(16);
    expect(at95(waits)).toBeLessThanOrEqual(2 * second);
    expect(tooEarly(stage.teams.calls)).toEqual([]);
    // Our own pace is so that Teams never has to refuse anything by itself.
    const ownFault = stage.teams.calls.filter(({ status, note }) => status === 429 && !note);
    expect(ownFault).toEqual([]);
    for (const [to, channel] of channels.slice(0, 20).entries())
      expect(stage.words(channel)).toEqual(
        Array.from({ length: mostEach }, (_, n) => `${to}-${n}`),
      );
    process.stdout.write(`pages beside a storm: p95 ${at95(waits)} ms of waiting\n`);
    await stage.close();
  });
});

/** Calls to a conversation before the pause was over that its last 429 asked for. */
function tooEarly(calls: readonly Call[]): string[] {
  const until = new Map<string, number>();
  return calls.flatMap(call => {
    const { conversation, at, status } = call;
    if (call.kind !== 'send' || conversation === null) return [];
    const early = at < (until.get(conversation) ?? 0);
    if (status === 429) until.set(conversation, at + 4 * second);
    return early ? [`${conversation} at ${at}`] : [];
  });
}

describe('every fifth message is taken and its answer lost', () => {
  const count = Number(process.env.HANDRAIL_TEAMS_LOST ?? 20);

  test(`of ${count} pages none is lost, of ${count} check-ins none is said twice`, async () => {
    const stage = await openOutStage({ patienceMilliseconds: 60_000 });
    const channels = await openChannels(stage, 20);
    let sends = 0;
    stage.teams.faults.add({
      fault: 'accept-then-reset',
      on: ({ kind }: Call) => {
        if (kind === 'send') sends += 1;
        return kind === 'send' && sends % 5 === 0;
      },
    });
    const lanes: readonly Lane[] = ['pages', 'check-ins', 'replies'];
    for (let n = 0; n < count; n += 1)
      for (const lane of lanes) await say(stage, `${lane} ${n}`, n % 20, lane);
    // Thirty calls a second are all that one tenant takes.
    const steps = 16 + Math.ceil(count / 5);
    for (let step = 0; step < steps; step += 1) await stage.pass(2 * second);

    const said = channels.flatMap(channel => stage.words(channel));
    const keys = lanes.flatMap(lane => Array.from({ length: count }, (_, n) => `${lane} ${n}`));
    const plain = new Map(keys.map(key => [key, said.filter(words => words === key).length]));
    const again = new Map(
      keys.map(key => [key, said.filter(words => words === repeat + key).length]),
    );
    // Every message was said, and once at most without saying that it is said again.
    expect([...plain.entries()].filter(([, times]) => times !== 1)).toEqual([]);
    expect(keys.filter(key => key.startsWith('check-ins') && again.get(key) !== 0)).toEqual([]);
    const states = await stage.ports.database.client.message.groupBy({
      by: ['lane', 'state'],
      _count: true,
    });
    const parked = states.filter(({ state }) => state === 'parked');
    expect(states.filter(({ state }) => state !== 'sent' && state !== 'parked')).toEqual([]);
    expect(parked.map(({ lane }) => lane)).not.toContain('pages');
    const repeats = [...again.values()].reduce((sum, times) => sum + times, 0);
    process.stdout.write(
      `lost answers: ${keys.length} messages, ${sends} calls, ${repeats} marked repeats, ` +
        `parked ${parked.map(each => `${each._count} ${each.lane}`).join(', ')}\n`,
    );
    await stage.close();
  });
});
