import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { practiceStart } from '../../../src/adapters/practice/clock/practice-clock.ts';
import { openRoom } from '../../../src/adapters/practice/open-room.ts';
import { hour, minute, plus } from '../../../src/shared/time.ts';
import { openTestRoom, type TestRoom } from './room.ts';

let at: TestRoom;

beforeAll(async () => {
  at = await openTestRoom({}, ['northwind', 'orla-outsourcing']);
});
afterAll(() => at.close());
beforeEach(async () => {
  const page = await at.visit();
  await page.send('/practice/clock', { by: 'again' });
});

const shared = { person: 'lead-1', conversation: 'northwind-shared', addressed: 'yes' };
const client = () => at.ports.database.client;

describe('the room', () => {
  test('shows the welcome, three screens with the right clocks, and the plan', async () => {
    const { markup } = await at.visit('/?customer=northwind');
    expect(markup).toContain('I&#39;m Handrail, Fernhollow Systems&#39; advocate for Northwind');
    expect(markup).toContain('17:50</time> <small>New York</small>');
    expect(markup).toContain('22:50</time> <small>London</small>');
    for (const name of ['Daniel Reyes', 'Nora Whitfield', 'Helen Marsh', 'Back up the old system'])
      expect(markup).toContain(name);
  });

  test("answers in the channel, and shows the person's own words", async () => {
    const page = await at.visit();
    const said = await page.send('/practice/say', { ...shared, text: "what's happening now?" });
    expect(said.status).toBe(204);
    const { markup } = await at.visit();
    expect(markup).toContain('what&#39;s happening now?');
    expect(markup).toContain('line bot situation');
  });

  test('works without a script: a form leads back to where it was', async () => {
    const page = await at.visit('/?customer=northwind&seat=manager');
    const back = '/?customer=northwind&seat=manager';
    const said = await page.send(
      '/practice/say',
      { person: 'mgr-1', conversation: 'direct', suggested: 'portfolio', text: '', back },
      { accept: 'text/html' },
    );
    expect([said.status, said.headers.get('location')]).toEqual([303, back]);
    expect((await at.visit(back)).markup).toContain('>portfolio</p>');
  });

  test('hears a form once, however often it is sent', async () => {
    const page = await at.visit();
    const form = { ...shared, text: 'hello', nonce: 'the-same-form' };
    await Promise.all(Array.from({ length: 5 }, () => page.send('/practice/say', form)));
    expect(await client().inbox.count()).toBe(1);
  });

  test('hears nothing in nothing', async () => {
    const page = await at.visit();
    expect((await page.send('/practice/say', { ...shared, text: '  ' })).status).toBe(204);
    expect(await client().inbox.count()).toBe(0);
  });

  test('carries a page from the customer to the advocate and back', async () => {
    const page = await at.visit();
    await page.send('/practice/say', { ...shared, text: 'page' });
    const paged = await client().message.findFirstOrThrow({
      where: { name: 'page', toPersonId: 'adv-1' },
    });
    const press = { person: 'adv-1', conversation: 'direct', message: paged.id, action: '0' };
    expect((await page.send('/practice/press', press)).status).toBe(204);
    expect(await client().page.findFirst()).toMatchObject({
      state: 'acknowledged',
      ownerId: 'adv-1',
    });
    const { markup } = await at.visit();
    expect(markup).toContain('pressed <b>I have it</b>');
    expect(markup).toContain('Nora Whitfield has it');
  });

  test('does not press for somebody a button they cannot see, or that is no longer there', async () => {
    const page = await at.visit();
    await page.send('/practice/say', { ...shared, text: 'page' });
    const paged = await client().message.findFirstOrThrow({ where: { name: 'page' } });
    const press = { conversation: 'direct', message: paged.id, action: '0' };
    const before = await client().inbox.count();
    const refused = [
      await page.send('/practice/press', { ...press, person: 'lead-1' }),
      await page.send('/practice/press', { ...press, person: 'adv-1', action: '9' }),
      await page.send('/practice/press', {
        ...press,
        person: 'adv-1',
        conversation: 'northwind-team',
      }),
      await page.send('/practice/press', { ...press, person: 'adv-1', message: 'no-such-message' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
    expect(await client().inbox.count()).toBe(before);
  });

  test("keeps a customer out of the vendor's and of another customer's places", async () => {
    const page = await at.visit();
    for (const conversation of ['northwind-team', 'orla-shared', 'no-such-place'])
      expect(
        (await page.send('/practice/say', { ...shared, conversation, text: 'x' })).status,
      ).toBe(422);
    const { markup } = await at.visit('/?customer=northwind&in-customer=northwind-team');
    expect(markup).toContain('data-lines="customer/lead-1/northwind-shared"');
  });
});

describe('the clock', () => {
  test.each([
    ['15m', 15 * minute],
    ['1h', hour],
  ])('moves %s', async (by, span) => {
    const page = await at.visit();
    await page.send('/practice/clock', { by, customer: 'northwind' });
    expect(at.ports.clock.now()).toEqual(plus(practiceStart, span));
  });

  test('moves to the next thing that happens to this customer', async () => {
    const page = await at.visit();
    await page.send('/practice/clock', { by: 'next', customer: 'northwind' });
    expect(at.ports.clock.now()).toEqual(plus(practiceStart, 10 * minute));
    expect((await at.visit()).markup).toContain('Live now');
  });

  test("moves to the evening another customer's change begins", async () => {
    const page = await at.visit('/?customer=orla');
    expect(page.markup).toContain('when it begins');
    await page.send('/practice/clock', { by: 'window', customer: 'orla' });
    expect(at.ports.clock.now()).toEqual(new Date('2026-05-29T06:50:00-03:00'));
  });

  test('goes back at the start, and everything said is forgotten', async () => {
    const page = await at.visit();
    await page.send('/practice/say', { ...shared, text: 'remember this' });
    await page.send('/practice/clock', { by: '1h', customer: 'northwind' });
    await page.send('/practice/clock', { by: 'again' });
    expect(at.ports.clock.now()).toEqual(practiceStart);
    const { markup } = await at.visit();
    expect(markup).not.toContain('remember this');
    expect(markup).toContain('advocate for Northwind');
  });

  test('is where it was left when the room is opened again', async () => {
    const page = await at.visit();
    await page.send('/practice/clock', { by: '1h', customer: 'northwind' });
    const left = at.ports.clock.now();
    at.ports.clock.moveTo(new Date('2031-01-01T00:00:00Z'));
    const again = await openRoom(at.parts);
    again.close();
    expect(at.ports.clock.now()).toEqual(left);
  });
});

describe('the work', () => {
  const stateOf = async (key: string) =>
    (await client().milestone.findUniqueOrThrow({ where: { id: `northwind/erp-go-live/${key}` } }))
      .state;

  test('goes to plan by itself, and the customer reads it', async () => {
    const page = await at.visit();
    await page.send('/practice/clock', { by: '1h', customer: 'northwind' });
    expect([await stateOf('backup'), await stateOf('freeze')]).toEqual(['underway', 'underway']);
    await page.send('/practice/clock', { by: '1h', customer: 'northwind' });
    expect([await stateOf('backup'), await stateOf('copy')]).toEqual(['done', 'underway']);
    expect(await client().event.count({ where: { kind: 'milestone.late' } })).toBe(0);
    await page.send('/practice/say', { ...shared, text: "what's happening now?" });
    expect((await at.visit()).markup).toContain('Copy the balances');
  });

  test('slips where somebody says so, and what follows waits', async () => {
    const page = await at.visit();
    const nora = { person: 'adv-1', conversation: 'direct' };
    await page.send('/practice/say', { ...nora, text: 'milestone northwind backup late' });
    await page.send('/practice/clock', { by: '1h', customer: 'northwind' });
    expect(await stateOf('backup')).toBe('underway');
    await page.send('/practice/clock', { by: '15m', customer: 'northwind' });
    expect(await stateOf('copy')).toBe('planned');
    await page.send('/practice/clock', { by: '1d', customer: 'northwind' });
    const left = await client().milestone.findMany({
      where: {
        customerId: 'northwind',
        plannedUntil: { lt: at.ports.clock.now() },
        state: { not: 'done' },
      },
    });
    expect(left).toEqual([]);
    const last = await client().milestone.findUniqueOrThrow({
      where: { id: 'northwind/erp-go-live/handover' },
    });
    expect(last.endedAt?.getTime()).toBeLessThan(Date.parse('2026-03-07T08:00:00-05:00'));
  });

  test('is left to people when they say so', async () => {
    const page = await at.visit();
    await page.send('/practice/clock', { by: 'crew-off' });
    expect((await at.visit()).markup).toContain('aria-pressed="false"');
    await page.send('/practice/clock', { by: '1h', customer: 'northwind' });
    expect(await stateOf('backup')).toBe('planned');
    await page.send('/practice/clock', { by: 'crew-on' });
    expect((await at.visit()).markup).toContain('aria-pressed="true"');
  });
});

test('nothing went wrong meanwhile', () => {
  expect(at.complaints).toEqual([]);
});
