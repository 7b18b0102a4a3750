import { afterEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { after, openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const minute = 60_000;
const says = (text: string) => world.says('lead-1', place, text);
const client = () => world.stage.world.ports.database.client;
const phase = async () =>
  (await client().transition.findUniqueOrThrow({ where: { id: 'northwind/erp' } })).phase;
const heardBy = (lines: Awaited<ReturnType<typeof says>>, who: string) =>
  lines.filter(line => line.to === who && !line.edited);

afterEach(() => world.close());

describe('after the end', () => {
  test('does not claim that nothing is open while something the customer told us is', async () => {
    world = await openRoom(after);
    await says('I get an error message when I open the report, not urgent');
    const said = await says('thank you, you can stop calling');
    const proposal = heardBy(said, place).find(line => line.message === 'graduation');
    expect(proposal?.text).not.toContain('nothing is open');
    expect(proposal?.text).toContain('One thing you told us is still open on our side');
  });

  test('starts again when the customer asks, gives the words to the advocate at once, and offers a person', async () => {
    world = await openRoom(after);
    await says('thank you, you can stop calling');
    await says('yes');
    expect(await phase()).toBe('graduated');
    await world.pass(24 * 60 * minute);
    const words = 'month-end is a mess, please check in daily again';
    const said = await says(words);
    expect(heardBy(said, 'adv-1').some(line => line.text.includes(words))).toBe(true);
    const [answer] = heardBy(said, place);
    expect(answer?.message).toBe('help-offer');
    expect(answer?.text).toMatch(/daily from now on\. Next time: /);
    expect(await phase()).toBe('steady');
    const asked = await world.pass(48 * 60 * minute);
    expect(asked.some(line => line.to === place && line.message === 'check-in')).toBe(true);
  });

  test('says so warmly when there is nothing left to check in on, and somebody looks after it', async () => {
    world = await openRoom(after);
    await says('thank you, you can stop calling');
    await says('yes');
    await client().transition.updateMany({ data: { phaseSince: new Date('2025-01-01') } });
    const said = await says('month-end is a mess, please check in daily again');
    expect(heardBy(said, place)[0]).toMatchObject({ message: 'help-offer' });
    expect(heardBy(said, place)[0]?.text).toContain("I'm glad you came back");
    expect(heardBy(said, 'adv-1')).toHaveLength(1);
    const called = await says('yes');
    expect(heardBy(called, 'adv-1').find(line => line.message === 'page')?.text).toContain(
      'month-end is a mess',
    );
  });
});

describe('what is said to somebody worried is true', () => {
  test('says where the worry is and when a person is fetched, and fetches one then', async () => {
    world = await openRoom();
    await world.pass(75 * minute);
    const said = await world.presses('lead-1', 'check-in.worried');
    const offer = heardBy(said, place)[0]?.text ?? '';
    expect(offer).toContain("I've told Nora Whitfield that you are worried");
    expect(offer).not.toMatch(/Nora Whitfield (?:knows|has)/);
    const by = /by (\d\d:\d\d), I fetch a person/.exec(offer)?.[1];
    expect(by).toBeDefined();
    const later = await world.at(`2026-03-06T${by}:30-05:00`);
    expect(heardBy(later, 'adv-1').map(line => line.message)).toContain('page');
  });

  test('never tells somebody whose last word was "worried" that silence is fine', async () => {
    world = await openRoom(after);
    await world.pass(24 * 60 * minute);
    await world.presses('lead-1', 'check-in.worried');
    await world.mutters('adv-1', place, 'Daniel, I am on it and will call you.');
    await world.pass(7 * 24 * 60 * minute);
    const repeats = world.seen(place).filter(line => line.message === 'check-in-repeat');
    expect(repeats.length).toBeGreaterThan(0);
    for (const { text } of repeats) expect(text).not.toContain('all is well');
  });
});
