import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { botToken } from '../../harness/slack/slack-settings.ts';
import { bot, type Front, ids, openFront, until } from './front.ts';

let front: Front;
const client = () => front.ports.database.client;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());
beforeEach(async () => {
  await front.runUntilIdle();
  await client().inbox.deleteMany();
});

const placeIn = async (channel: string) => {
  const found = await client().placeIdentity.findFirst({
    where: { channel },
    include: { place: true },
  });
  return found?.place ?? null;
};
const happens = () => front.slack.happens;
const notices = async () =>
  (await client().inbox.findMany({ where: { id: { startsWith: 'slack:event' } } })).map(
    ({ payload }) =>
      payload as { notice: { kind: string }; outside: string[] | null; name: string },
  );

describe('what happens to a channel', () => {
  test('being invited asks whoever invited us, directly, and says nothing in the channel', async () => {
    front.slack.directory.addChannel('C0NEW', 'T0VEND', {
      members: [ids.advocate],
      connected: ['T0CUST'],
    });
    const before = front.ours().length;
    await front.hand(happens().joined('C0NEW', bot, { inviter: ids.advocate }));
    await front.runUntilIdle();
    const said = front.ours().slice(before);
    expect(said.map(({ channel }) => channel)).toEqual([
      `D0${bot.slice(1)}${ids.advocate.slice(1)}`,
    ]);
    expect(await placeIn('C0NEW')).toMatchObject({ customerId: null, outside: ['T0CUST'] });
  });

  test('a colleague nobody has listed may invite us too', async () => {
    front.slack.directory.addUser('U0VERA', 'T0VEND', { name: 'Vera' });
    front.slack.directory.addChannel('C0VERA', 'T0VEND', { members: ['U0VERA'] });
    const before = front.ours().length;
    await front.hand(happens().joined('C0VERA', bot, { inviter: 'U0VERA' }));
    await front.runUntilIdle();
    expect(
      front
        .ours()
        .slice(before)
        .map(({ channel }) => channel),
    ).toEqual([`D0${bot.slice(1)}0VERA`]);
  });

  test('somebody else joining is nothing', async () => {
    await front.hand(happens().joined(ids.shared, ids.otherAdvocate));
    expect(await notices()).toEqual([]);
  });

  test('an internal channel that becomes shared is parked at once', async () => {
    await front.hand(happens().shared(ids.internal, 'T0LAKE'));
    await front.runUntilIdle();
    expect((await placeIn(ids.internal))?.parkedReason).toContain('outside our company');
    await front.hand(happens().unshared(ids.internal, 'T0LAKE'));
    expect((await notices()).map(({ outside }) => outside)).toEqual([['T0LAKE'], []]);
  });

  test('a second company in a shared channel parks it, and the vendor is told', async () => {
    const before = front.ours().length;
    await front.hand(happens().shared(ids.otherShared, 'T0CUST'));
    await front.runUntilIdle();
    expect((await placeIn(ids.otherShared))?.parkedReason).toContain('nobody has settled');
    const told = front.ours().slice(before);
    expect(told.every(({ channel }) => channel !== ids.otherShared)).toBe(true);
    expect(told.length).toBeGreaterThan(0);
  });

  test('renamed, archived and opened again', async () => {
    await front.hand(happens().renamed(ids.shared, 'northwind-golive'));
    await front.runUntilIdle();
    expect((await placeIn(ids.shared))?.name).toBe('northwind-golive');
    await front.hand(happens().archived(ids.shared, ids.advocate));
    await front.runUntilIdle();
    expect((await placeIn(ids.shared))?.parkedReason).toContain('archived');
    await front.hand(happens().unarchived(ids.shared, ids.advocate));
    await front.runUntilIdle();
    expect((await placeIn(ids.shared))?.parkedReason).toBeNull();
  });

  test('its id changes and the conversation goes on', async () => {
    await front.hand(happens().idChanged(ids.shared, 'C0MOVED'));
    await front.runUntilIdle();
    expect(await placeIn(ids.shared)).toBeNull();
    const said = await front.says(ids.lead, 'C0MOVED', `<@${bot}> what's happening now?`);
    expect(said.map(({ channel }) => channel)).toEqual(['C0MOVED']);
    await front.hand(happens().idChanged('C0MOVED', ids.shared));
    await front.runUntilIdle();
  });

  test('who reads it is unknown while Slack does not say; then an internal channel is parked', async () => {
    const internal = await placeIn(ids.internal);
    const settledPlace = { parkedReason: null, outside: [] };
    await client().place.update({ where: { id: internal?.id ?? '' }, data: settledPlace });
    const lift = front.slack.faults.set({ kind: 'hang', method: 'conversations.info' });
    await front.hand(happens().shared(ids.internal, 'T0LAKE'));
    lift();
    await front.runUntilIdle();
    expect((await placeIn(ids.internal))?.parkedReason).not.toBeNull();
  });

  test('removed from a channel, we know that nothing arrives there', async () => {
    await front.hand(happens().left(ids.otherShared, bot));
    await front.runUntilIdle();
    expect((await placeIn(ids.otherShared))?.parkedReason).not.toBeNull();
  });
});

describe('the end of the installation', () => {
  test('removed and revoked, in either order and late, is one end; installed again is a beginning', async () => {
    const before = front.ours().length;
    const uninstalled = happens().uninstalled();
    const token = front.slack.directory.tokens.get(botToken);
    if (!token) throw new Error('no token');
    token.state = 'active';
    const revoked = happens().revoked();
    await front.hand(revoked, uninstalled, uninstalled);
    const row = () =>
      client().slackInstallation.findUniqueOrThrow({ where: { workspace: 'T0VEND' } });
    expect((await row()).state).toBe('revoked');
    await front.runUntilIdle();
    expect((await placeIn(ids.shared))?.parkedReason).not.toBeNull();
    expect(front.ours().length).toBe(before);

    token.state = 'active';
    front.ports.clock.moveTo(new Date(front.ports.clock.now().getTime() + 60_000));
    await until(async () => (await row()).state === 'active');
    // A late one from before changes nothing.
    await front.hand(uninstalled);
    expect((await row()).state).toBe('active');
    await front.hand(happens().joined(ids.shared, bot, { inviter: ids.advocate }));
    await front.runUntilIdle();
    expect((await placeIn(ids.shared))?.parkedReason).toBeNull();
  });
});
