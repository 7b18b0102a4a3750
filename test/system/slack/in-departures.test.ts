import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Front, ids, openFront } from './front.ts';

let front: Front;
const client = () => front.ports.database.client;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

const person = (id: string) => client().person.findUnique({ where: { id } });

test('a change of somebody’s profile is nothing', async () => {
  await front.hand(front.slack.happens.userChanged(ids.advocate, false));
  await front.runUntilIdle();
  expect(await person('nora')).toMatchObject({ active: true });
});

test('whoever has another account is only not known by the one that ended', async () => {
  await client().personIdentity.create({
    data: { platform: 'teams', workspace: 'tenant', user: 'omar', personId: 'omar' },
  });
  await front.hand(front.slack.happens.userChanged(ids.otherAdvocate, true));
  await front.runUntilIdle();
  expect(await person('omar')).toMatchObject({ active: true });
  expect(await client().personIdentity.findMany({ where: { personId: 'omar' } })).toMatchObject([
    { platform: 'teams' },
  ]);
});

test('whose only account Slack has deactivated has left, and the manager is told', async () => {
  const before = front.ours().length;
  const left = front.slack.happens.userChanged(ids.advocate, true);
  await front.hand(left);
  await front.hand(left);
  await front.runUntilIdle();
  expect(await person('nora')).toMatchObject({ active: false, departureDueAt: null });
  const told = front.ours().slice(before);
  const words = (channel: string) =>
    told.filter(one => one.channel.endsWith(channel)).map(({ text }) => text?.split('\n')[0]);
  expect(words('0MARA')).toEqual([
    'Nora Whitfield is no longer with us',
    '⚠️ Northwind, ERP go-live: not every level reaches somebody',
  ]);
  expect(words('C0NORTHWINDINT')).toEqual([
    expect.stringContaining('Nora Whitfield is no longer with us'),
  ]);
  expect(told).toHaveLength(3);
});
