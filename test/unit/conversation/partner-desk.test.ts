import { expect, test } from '@jest/globals';
import { answeredBy } from '../../../src/conversation/partner-desk/served.ts';
import {
  pagesToTake,
  type Standing,
  type TheirPage,
} from '../../../src/conversation/partner-desk/their-page.ts';
import { stepNamed } from '../../../src/conversation/partner-desk/their-step.ts';
import {
  type Thing,
  thingOfPage,
  thingsMeant,
} from '../../../src/conversation/partner-desk/their-thing.ts';

const steps = [
  { key: 'labels', name: 'Print the labels' },
  { key: 'freeze', name: 'The freeze' },
];

test.each([
  ['labels', 'exact'],
  ['print the labels', 'exact'],
  ['freeze', 'exact'],
  ['print', 'near'],
  ['the labels are not', 'none'],
  ['half of the labels', 'none'],
  ['no labels', 'none'],
])('a step is a fact by its whole name alone: "%s" is %s', (said, kind) =>
  expect(stepNamed(said, steps).kind).toBe(kind),
);

test('a name two steps have says nothing about either', () => {
  expect(stepNamed('labels', [...steps, { key: 'labels', name: 'Labels' }]).kind).toBe('none');
});

const page = (pageId: string, standing: Standing, hour: number): TheirPage => ({
  pageId,
  customerId: pageId,
  customerName: pageId,
  raisedAt: new Date(Date.UTC(2026, 2, 5, hour)),
  standing,
});
const taken = (pages: readonly TheirPage[], name: string | null = null, isStill = false) =>
  pagesToTake(pages, { name, isStill }).map(({ pageId }) => pageId);

test('"I have it" takes what rings, and no older page they were once called for', () => {
  const pages = [page('old', 'others', 1), page('mine', 'theirs', 2), page('now', 'ringing', 3)];
  expect(taken(pages)).toEqual(['now']);
  expect(taken(pages, null, true)).toEqual(['mine']);
  expect(taken(pages, 'Mine')).toEqual(['mine']);
  expect(taken(pages, 'but not for long')).toEqual([]);
});

test('where several ring, all are asked about, the newest first', () => {
  expect(taken([page('a', 'ringing', 1), page('b', 'ringing', 2)])).toEqual(['b', 'a']);
});

const matter = (id: string, what: string, of: { customer: string; pageId?: string }): Thing => ({
  kind: 'matter',
  matter: {
    id,
    what,
    customerId: of.customer,
    customerName: of.customer,
    pageId: of.pageId ?? null,
    partnerId: 'kestrel-1',
    givenById: 'adv-1',
    milestoneId: null,
    givenAt: new Date(0),
  },
});
const things = [
  matter('1', 'the page', { customer: 'Northwind', pageId: 'p1' }),
  matter('2', 'the page', { customer: 'Lakeside', pageId: 'p2' }),
  matter('3', 'the scales', { customer: 'Lakeside' }),
];
const ids = (found: readonly Thing[]) =>
  found.map(thing => (thing.kind === 'matter' ? thing.matter.id : thing.page.pageId));

test('the card that is pressed says which page goes back', () => {
  expect(thingOfPage(things, 'p2')).toBe(things[1]);
  expect(thingOfPage(things, 'p3')).toBeNull();
});

test('two pages are told apart by their customers, anything else by its name', () => {
  expect(ids(thingsMeant(things, 'the page'))).toEqual(['1', '2', '3']);
  expect(ids(thingsMeant(things, 'Northwind, a worn ribbon'))).toEqual(['1']);
  expect(ids(thingsMeant(things, 'the scales weigh again'))).toEqual(['3']);
});

const served = [
  { id: 'northwind', name: 'Northwind' },
  { id: 'lakeside', name: 'Lakeside' },
];

test('"For whom is that?" is answered by names and nothing else', () => {
  const heard = (said: string) => answeredBy(said, served).map(({ id }) => id);
  expect(heard("it's Northwind")).toEqual(['northwind']);
  expect(heard('Northwind and Lakeside')).toEqual(['northwind', 'lakeside']);
  expect(heard('the labels of Northwind are with you from noon')).toEqual([]);
  expect(heard('not Northwind')).toEqual([]);
  expect(heard('Northwind is fine again')).toEqual([]);
  expect(heard('I have it: Northwind')).toEqual([]);
  expect(heard('everything is down')).toEqual([]);
});
