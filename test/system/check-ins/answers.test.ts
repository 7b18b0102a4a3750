import { afterEach, describe, expect, test } from '@jest/globals';
import { recordAnswer } from '../../../src/check-ins/answers/record-answer.ts';
import type { Answer } from '../../../src/check-ins/asking/check-in.ts';
import type { MessageLine } from '../../../src/rehearsal/line.ts';
import type { TestWorld } from '../../harness/world.ts';
import { asked, openNorthwind, times, transitionId } from './northwind.ts';

let world: TestWorld;
afterEach(async () => world.close());

/** A Monday morning on which the first check-in has just come. */
async function openMonday(): Promise<void> {
  world = await openNorthwind('2026-03-09T09:00:00-04:00');
  await world.at('2026-03-09T10:01:00-04:00');
}

const checkIn = () =>
  world.trip(({ tx }) => tx.checkIn.findFirstOrThrow({ where: { askedAt: { not: null } } }));
const evidence = () => world.trip(({ tx }) => tx.evidence.findMany({ orderBy: { at: 'asc' } }));
const cadence = () =>
  world.trip(({ tx }) => tx.cadence.findUniqueOrThrow({ where: { transitionId } }));

async function answers(answer: Answer, words: string | null = null) {
  const { id } = await checkIn();
  return world.trip(trip =>
    recordAnswer(trip, { checkInId: id, personId: 'lead-1', answer, words }),
  );
}

const to = (place: string): MessageLine[] => world.seen(place);
const newest = (place: string): MessageLine | undefined => to(place).at(-1);

describe('an answer', () => {
  test('stands in the question itself, with the next time and without buttons', async () => {
    await openMonday();
    const said = await world.presses('lead-1', 'check-in.good');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ message: 'check-in', edited: true, actions: [] });
    expect(said[0]?.text).toContain('✅ Daniel Reyes: all good, 10:01. Next time: Tue 10:00.');
  });

  test('twice does nothing the second time', async () => {
    await openMonday();
    expect((await answers('good')).outcome).toBe('recorded');
    const before = world.lines.length;
    expect((await answers('good')).outcome).toBe('already');
    expect(world.lines).toHaveLength(before);
    expect(await evidence()).toHaveLength(1);
  });

  test('may be changed, and the change counts', async () => {
    await openMonday();
    await answers('good');
    const { reply } = await answers('worried', 'the numbers are wrong');
    expect(reply?.name).toBe('help-offer');
    expect((await evidence()).map(({ kind }) => kind)).toEqual(['good', 'worried']);
    expect(newest('adv-1')?.text).toContain(
      'Daniel Reyes (Northwind) is worried: "the numbers are wrong"',
    );
    expect(await cadence()).toMatchObject({
      dueFor: 'follow-up',
      dueAt: new Date('2026-03-09T14:01:00-04:00'),
    });
  });

  test('to a check-in that is not there is gone', async () => {
    await openMonday();
    const nobody = { checkInId: 'nothing', personId: 'lead-1', answer: 'good' as const };
    expect((await world.trip(trip => recordAnswer(trip, nobody))).outcome).toBe('gone');
  });
});

describe('a worry', () => {
  test('is one task; what it is about is passed on when it comes, and the watch goes on', async () => {
    await openMonday();
    await answers('worried');
    const { dueAt } = await checkIn();
    expect(dueAt).toEqual(new Date('2026-03-09T12:01:00-04:00'));
    const more = await answers('worried', 'two invoices are missing');
    expect(more.reply?.name).toBe('answer');
    expect(
      to('adv-1').filter(one => one.actions.some(({ id }) => id === 'task.close')),
    ).toHaveLength(1);
    expect(newest('adv-1')?.text).toContain('two invoices are missing');
    expect((await checkIn()).dueAt).toEqual(dueAt);
  });

  test('that can wait becomes a page later, and not at all once somebody wrote', async () => {
    await openMonday();
    await world.presses('lead-1', 'check-in.worried');
    await world.presses('lead-1', 'page.decline');
    expect((await checkIn()).dueAt).toEqual(new Date('2026-03-10T10:01:00-04:00'));
    await world.mutters('adv-1', 'northwind-shared', 'Daniel, it is the export, I am on it.');
    expect((await checkIn()).dueAt).toBeNull();
  });

  test('that can wait is fetched for when that was promised, although the next one can wait too', async () => {
    await openMonday();
    await world.presses('lead-1', 'check-in.worried');
    await world.presses('lead-1', 'page.decline');
    await world.at('2026-03-09T14:02:00-04:00');
    await world.presses('lead-1', 'check-in.worried');
    await world.presses('lead-1', 'page.decline');
    expect(newest('northwind-shared')?.text).toContain('by Tue 10:01, I fetch a person after all');
    await world.at('2026-03-10T10:02:00-04:00');
    expect(newest('adv-1')?.text).toContain('nobody has answered yet');
  });

  test('eased by a good follow-up goes back to daily without a word about cadence', async () => {
    await openMonday();
    await world.presses('lead-1', 'check-in.worried');
    await world.mutters('adv-1', 'northwind-shared', 'Daniel, it is the export, I am on it.');
    await world.at('2026-03-09T14:02:00-04:00');
    expect(asked(world).at(-1)?.text).toContain('last time you were worried. Has it eased since?');
    const said = await world.presses('lead-1', 'check-in.good');
    expect(said.map(one => one.message)).toEqual(['task', 'check-in']);
    expect(said[0]).toMatchObject({ edited: true, to: 'adv-1' });
    await world.at('2026-03-10T10:01:00-04:00');
    expect(times(asked(world)).at(-1)).toBe('Tue 10 Mar 10:00');
  });
});

test('"fine, one thing" asks for the thing, and the thing becomes a task', async () => {
  await openMonday();
  const first = await answers('fine');
  expect(first.reply?.name).toBe('answer');
  await answers('fine', 'printing is slow');
  expect(newest('adv-1')?.text).toContain('says it is fine, but for one thing: "printing is slow"');
  await answers('fine', 'and the scanner too');
  expect(newest('adv-1')?.text).toContain('and the scanner too');
  expect(to('adv-1').filter(one => one.actions.some(({ id }) => id === 'task.close'))).toHaveLength(
    1,
  );
});

describe('what one person said is theirs', () => {
  const openTasks = () =>
    world.trip(({ tx }) => tx.task.findMany({ where: { state: 'open' }, select: { text: true } }));
  const question = () => asked(world).at(-1)?.text ?? '';

  test("Grace's worry is asked about with Grace, and is over by her word alone", async () => {
    await openMonday();
    await world.presses('member-1', 'check-in.worried');
    await world.mutters('adv-1', 'northwind-shared', 'Grace, it is the export, I am on it.');
    await world.at('2026-03-09T14:02:00-04:00');
    expect(question()).toContain('Grace Kim, last time you were worried. Has it eased since?');
    expect(await openTasks()).toHaveLength(1);
    await world.presses('member-1', 'check-in.good');
    expect(await openTasks()).toEqual([]);
    await world.at('2026-03-10T10:01:00-04:00');
    expect(question()).toContain('Daniel Reyes, ');
    expect(question()).not.toContain('worried');
  });

  test('whoever takes over from her is not told that they were not well', async () => {
    await openMonday();
    await world.presses('member-1', 'check-in.worried');
    await world.mutters('adv-1', 'northwind-shared', 'Grace, it is the export, I am on it.');
    await world.says('member-1', 'northwind-shared', "I'm off to bed, Daniel takes over");
    await world.at('2026-03-09T14:02:00-04:00');
    expect(question()).toContain('Daniel Reyes, ');
    expect(question()).not.toContain('worried');
    await world.presses('lead-1', 'check-in.good');
    expect(await openTasks()).toHaveLength(1);
  });

  test("one thing that nobody says is the advocate's after half an hour, and asked about next time", async () => {
    await openMonday();
    await world.presses('lead-1', 'check-in.fine');
    await world.at('2026-03-09T10:30:00-04:00');
    expect(await openTasks()).toEqual([]);
    await world.at('2026-03-09T10:32:00-04:00');
    expect(await openTasks()).toEqual([{ text: expect.stringContaining('but for one thing') }]);
    await world.at('2026-03-10T10:01:00-04:00');
    expect(question()).toContain('last time it was fine, but for one thing. Is that settled?');
    await world.presses('lead-1', 'check-in.good');
    expect(await openTasks()).toEqual([]);
  });
});
