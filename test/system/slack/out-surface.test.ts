import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { refFrom } from '../../../src/adapters/slack/workspace/platform.ts';
import { internal } from '../../../src/delivery/audience.ts';
import { internalCard } from '../../../src/delivery/card.ts';
import type { Address, Outgoing, Surface } from '../../../src/delivery/surface.ts';
import { second } from '../../../src/shared/time.ts';
import { endBeyond } from '../../harness/end-beyond.ts';
import { onePicture, pictureWords } from '../../harness/picture.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import type { FaultKind } from '../../harness/slack/faults.ts';
import { readBlocks } from '../../harness/slack/read-blocks.ts';
import { complaints, installIn, outgoing, surfaceOn, vendorTeam } from './out-stage.ts';

let slack: FakeSlack;
let surface: Surface;
let forgotten: () => number;

beforeAll(async () => {
  slack = await openFakeSlack({
    rates: { postsPerSecond: 1_000, burst: 1_000, postsPerMinuteInWorkspace: 100_000 },
  });
  const installation = installIn(slack);
  const members = [installation.botUserId];
  slack.directory.addChannel('C0ONE', vendorTeam, { members });
  slack.directory.addChannel('C0OUT', vendorTeam);
  slack.directory.addChannel('C0OLD', vendorTeam, { members, isArchived: true });
  slack.directory.addUser('U0ADV', vendorTeam);
  ({ surface, forgotten } = surfaceOn(slack, systemClock, installation));
});
afterAll(() => slack.close());
beforeEach(() => {
  slack.faults.clear();
  slack.messages.clear();
  slack.calls.length = 0;
});

const to = (id: string, kind: Address['kind'] = 'place'): Pick<Outgoing, 'address'> => ({
  address: { platform: 'slack', workspace: vendorTeam, id, kind },
});

describe('saying something', () => {
  test('in a channel: its words, fallback, key and no unfurling', async () => {
    const sent = await surface.send(outgoing());
    const [message] = slack.messages.all();
    expect(sent).toEqual({ outcome: 'sent', ref: `C0ONE/${message?.ts}` });
    expect(message).toMatchObject({
      text: 'Hello',
      unfurl: { links: false, media: false },
      metadata: { event_type: 'handrail_message', event_payload: { key: 'message-1' } },
    });
    expect(readBlocks(message?.blocks)).toBe('Hello');
  });

  test('to a person: into their direct messages', async () => {
    const sent = await surface.send(outgoing(to('U0ADV', 'person')));
    const ref = sent.outcome === 'sent' ? refFrom(sent.ref) : null;
    expect(ref?.channel).toMatch(/^D/);
  });

  test('in a thread of the same channel, and in no other', async () => {
    await surface.send(outgoing({ threadOf: 'C0ONE/1700000000.000100' }));
    await surface.send(outgoing({ threadOf: 'C0ELSE/1700000000.000100' }));
    const threads = slack.messages.all().map(({ threadTs }) => threadTs);
    expect(threads).toEqual(['1700000000.000100', null]);
  });

  test('to somebody of a workspace without us: through our own', async () => {
    const address = {
      platform: 'slack',
      workspace: 'T0CUST',
      id: 'U0ADV',
      kind: 'person',
    } as const;
    expect(await surface.send(outgoing({ address }))).toMatchObject({ outcome: 'sent' });
  });

  test('before any workspace is connected: later', async () => {
    const { surface: early } = surfaceOn(slack, systemClock, null);
    expect(await early.send(outgoing())).toMatchObject({ outcome: 'retry' });
  });
});

describe('changing something', () => {
  const second = internalCard('answer', 'c1', { body: [internal`Newer`] });

  test('in place, in the channel as it is called now', async () => {
    const sent = await surface.send(outgoing());
    if (sent.outcome !== 'sent') throw new Error(sent.detail);
    expect(await surface.edit(outgoing({ card: second }), sent.ref)).toEqual(sent);
    expect(slack.messages.all().map(({ text }) => text)).toEqual(['Newer']);
    expect(slack.callsOf('chat.update')).toHaveLength(1);
    const moved = { card: second, ...to('C0ANEW') };
    slack.faults.set({ kind: 'error', error: 'not_in_channel', channel: 'C0ANEW' });
    await surface.edit(outgoing(moved), sent.ref);
    expect(slack.callsOf('chat.update').at(-1)).toMatchObject({ channel: 'C0ANEW' });
  });

  test('that is gone is refused', async () => {
    const edited = surface.edit(outgoing(), 'C0ONE/1700000000.000100');
    expect(await edited).toMatchObject({ outcome: 'refused' });
    expect(await surface.edit(outgoing(), 'nonsense')).toMatchObject({ outcome: 'refused' });
  });
});

describe('a picture that was asked for', () => {
  const card = internalCard('answer', 'c1', { body: [internal`In words`], picture: onePicture });
  const imagesOf = () =>
    slack.messages.all().map(({ blocks }) => blocks.filter(({ type }) => type === 'image'));

  beforeEach(() => {
    slack.files.all.clear();
    slack.files.scanMilliseconds = 0;
  });

  test('stands in the message with the words, and says in words what it shows', async () => {
    const sent = await surface.send(outgoing({ messageId: 'p1', card }));
    expect(sent).toMatchObject({ outcome: 'sent' });
    const [file] = slack.files.all.values();
    expect(file).toMatchObject({ alt: pictureWords });
    expect(file?.bytes?.subarray(1, 4).toString()).toBe('PNG');
    expect(slack.messages.all().map(({ blocks }) => readBlocks(blocks))).toEqual(['In words']);
    expect(imagesOf()).toEqual([
      [{ type: 'image', slack_file: { id: file?.id }, alt_text: pictureWords }],
    ]);
    expect(slack.messages.all()).toMatchObject([{ metadata: { event_payload: { key: 'p1' } } }]);
  });

  test('that Slack still looks through is tried again, and uploaded once', async () => {
    slack.files.scanMilliseconds = 3_600_000;
    const asked = outgoing({ messageId: 'p2', card });
    expect(await surface.send(asked)).toMatchObject({ outcome: 'retry' });
    slack.files.scanMilliseconds = 0;
    expect(await surface.send(asked)).toMatchObject({ outcome: 'sent' });
    expect(imagesOf().map(({ length }) => length)).toEqual([1]);
    expect(slack.files.all.size).toBe(1);
  });

  test('that Slack never shows costs nobody the words', async () => {
    slack.files.scanMilliseconds = 3_600_000;
    const asked = outgoing({ messageId: 'p3', card });
    const outcomes: string[] = [];
    for (let tries = 0; tries < 4; tries += 1) outcomes.push((await surface.send(asked)).outcome);
    expect(outcomes).toEqual(['retry', 'retry', 'retry', 'sent']);
    expect(slack.messages.all().map(({ blocks }) => readBlocks(blocks))).toEqual(['In words']);
    expect(imagesOf()).toEqual([[]]);
  });

  test.each<[string, FaultKind]>([
    ['the app may not upload', { kind: 'error', error: 'missing_scope' }],
    ['Slack does not answer', { kind: 'reset' }],
    ['Slack is asked too often', { kind: 'rate-limited', retryAfterSeconds: 30 }],
  ])('%s: it is said in words at once', async (why, fault) => {
    slack.faults.set({ ...fault, method: 'files.getUploadURLExternal' });
    expect(await surface.send(outgoing({ messageId: why, card }))).toMatchObject({
      outcome: 'sent',
    });
    expect(slack.messages.all().map(({ blocks }) => readBlocks(blocks))).toEqual(['In words']);
    expect(imagesOf()).toEqual([[]]);
  });
});

describe('every way to fail means one thing', () => {
  const cases: readonly (readonly [FaultKind, object])[] = [
    [
      { kind: 'rate-limited', retryAfterSeconds: 30 },
      { outcome: 'retry', holds: 'address', afterMilliseconds: 30_000 },
    ],
    [{ kind: 'rate-limited' }, { outcome: 'retry', holds: 'address' }],
    [
      { kind: 'error', error: 'ratelimited' },
      { outcome: 'retry', holds: 'address' },
    ],
    [{ kind: 'error', error: 'service_unavailable' }, { outcome: 'retry' }],
    [{ kind: 'error', error: 'fatal_error' }, { outcome: 'unknown' }],
    [{ kind: 'error', error: 'internal_error' }, { outcome: 'unknown' }],
    [{ kind: 'error', error: 'msg_blocks_too_long' }, { outcome: 'refused' }],
    [{ kind: 'error', error: 'restricted_action' }, { outcome: 'refused' }],
    [{ kind: 'error', error: 'something_new' }, { outcome: 'refused' }],
    [{ kind: 'status', status: 500 }, { outcome: 'unknown' }],
    [{ kind: 'status', status: 502 }, { outcome: 'unknown' }],
    [{ kind: 'done-then-status', status: 503 }, { outcome: 'unknown' }],
    [{ kind: 'status', status: 403 }, { outcome: 'retry' }],
    [{ kind: 'reset' }, { outcome: 'unknown' }],
    [{ kind: 'done-then-reset' }, { outcome: 'unknown' }],
    [{ kind: 'garbage' }, { outcome: 'unknown' }],
  ];
  test.each(cases)('%j', async (fault, meaning) => {
    slack.faults.set({ ...fault, method: 'chat.postMessage' });
    const sent = await surface.send(outgoing());
    expect(sent).toMatchObject(meaning);
    // Never a second post of its own accord.
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  test.each([
    ['C0OUT', /not_in_channel.*Invite/],
    ['C0OLD', /is_archived/],
    ['C0NONE', /channel_not_found/],
  ])('a post to %s is refused, with what to do', async (id, detail) => {
    const sent = await surface.send(outgoing(to(id)));
    expect(sent).toMatchObject({ outcome: 'refused', detail: expect.stringMatching(detail) });
  });

  test.each(['invalid_auth', 'token_revoked', 'account_inactive', 'token_expired'])(
    '%s: the token is looked up anew, and the operator is told',
    async error => {
      const before = forgotten();
      slack.faults.set({ kind: 'error', error });
      const expected = error === 'token_expired' ? 'retry' : 'refused';
      expect(await surface.send(outgoing())).toMatchObject({ outcome: expected });
      expect(forgotten()).toBe(before + 1);
      expect(complaints.errors.splice(0)).toEqual([
        expect.stringMatching(`^Slack refuses our token .*Slack says ${error}`),
      ]);
    },
  );

  test('not a byte leaves once it is too late, on a new connection and on one that was kept', async () => {
    let isTooLate = false;
    const mayLeave = () => !isTooLate;
    expect(await surface.send(outgoing({ mayLeave }))).toMatchObject({ outcome: 'sent' });
    isTooLate = true;
    const before = slack.calls.length;
    const late = { outcome: 'retry', detail: expect.stringMatching('too late') };
    expect(await surface.send(outgoing({ mayLeave }))).toMatchObject(late);
    expect(await surface.edit(outgoing({ mayLeave }), 'C0ONE/1700000000.000100')).toMatchObject(
      late,
    );
    await slack.goDown();
    await slack.comeBack();
    expect(await surface.send(outgoing({ mayLeave }))).toMatchObject(late);
    expect(slack.calls).toHaveLength(before);
  });

  test('an answer that never comes is unknown after five seconds', async () => {
    slack.faults.set({ kind: 'hang', method: 'chat.postMessage' });
    const end = await endBeyond(5 * second, async () => {
      expect(await surface.send(outgoing())).toMatchObject({ outcome: 'unknown' });
    });
    expect(Math.abs(end)).toBeLessThan(second);
  });

  test('a Slack that takes no connection: surely not said', async () => {
    await slack.goDown();
    // A connection kept open from before may be found broken by the first call.
    await surface.send(outgoing());
    const sent = await surface.send(outgoing());
    await slack.comeBack();
    expect(sent).toMatchObject({ outcome: 'retry', detail: expect.stringMatching('ECONNREFUSED') });
  });

  test('twenty at once to a hanging channel delay no other channel', async () => {
    slack.directory.addChannel('C0TWO', vendorTeam, { members: ['U0BOT0VEND'] });
    slack.faults.set({ kind: 'hang', channel: 'C0ONE' });
    const stuck = Array.from({ length: 20 }, () => surface.send(outgoing()));
    const first = await Promise.race([surface.send(outgoing(to('C0TWO'))), ...stuck]);
    expect(first).toMatchObject({ outcome: 'sent' });
    await Promise.all(stuck);
  });
});

describe('finding what got lost', () => {
  const lost = async (over: Partial<Outgoing> = {}) => {
    slack.faults.set({ kind: 'done-then-reset', method: 'chat.postMessage', times: 1 });
    expect(await surface.send(outgoing(over))).toMatchObject({ outcome: 'unknown' });
    return slack.messages.all().at(-1);
  };

  test('in a channel, in a thread, in direct messages', async () => {
    const inChannel = await lost({ messageId: 'm1' });
    expect(await surface.find(outgoing({ messageId: 'm1' }))).toBe(`C0ONE/${inChannel?.ts}`);

    const root = slack.messages.add({ channel: 'C0ONE', user: 'U0ADV', text: 'root' });
    const threadOf = `C0ONE/${root.ts}`;
    const inThread = await lost({ messageId: 'm2', threadOf });
    const found = await surface.find(outgoing({ messageId: 'm2', threadOf }));
    expect(found).toBe(`C0ONE/${inThread?.ts}`);

    const direct = { messageId: 'm3', ...to('U0ADV', 'person') };
    const inDirect = await lost(direct);
    expect(await surface.find(outgoing(direct))).toBe(`${inDirect?.channel}/${inDirect?.ts}`);
  });

  test('surely not there, after everything since was seen', async () => {
    for (let count = 0; count < 450; count += 1) {
      slack.messages.add({ channel: 'C0ONE', user: 'U0ADV', text: `talk ${count}` });
    }
    expect(await surface.find(outgoing({ messageId: 'never-said' }))).toBe(null);
    expect(slack.callsOf('conversations.history')).toHaveLength(3);
  });

  test('Slack cannot tell without the right to read, or after too much talk', async () => {
    slack.faults.set({ kind: 'error', error: 'missing_scope', method: /^conversations/ });
    expect(await surface.find(outgoing())).toBe(undefined);
    slack.faults.clear();
    for (let count = 0; count < 1_001; count += 1) {
      slack.messages.add({ channel: 'C0ONE', user: 'U0ADV', text: `talk ${count}` });
    }
    expect(await surface.find(outgoing({ messageId: 'never-said' }))).toBe(undefined);
  });

  test.each<[FaultKind, object]>([
    [{ kind: 'rate-limited', retryAfterSeconds: 60 }, { afterMilliseconds: 60_000 }],
    [{ kind: 'status', status: 500 }, { outcome: 'retry' }],
    [{ kind: 'reset' }, { outcome: 'retry' }],
  ])('%j: to be asked again', async (fault, later) => {
    slack.faults.set({ ...fault, method: 'conversations.history' });
    expect(await surface.find(outgoing())).toMatchObject({ later });
  });
});
