import { describe, expect, test } from '@jest/globals';
import { type RouteName, routes } from '../../../src/adapters/console/door/routes.ts';
import { offers } from '../../../src/adapters/console/look/offers.ts';
import { type CommandName, commandNames } from '../../../src/customers/permission.ts';

/** How each command of chat is given in the console: by a button, on a page of its own, or typed, and why it is typed. */
const given: Readonly<Record<CommandName, 'button' | RouteName | { readonly typed: string }>> = {
  help: { typed: 'The field at the top offers every command as one types.' },
  log: 'tell',
  publish: 'tell',
  milestone: 'moveStep',
  cadence: 'setCadence',
  pause: 'button',
  resume: 'button',
  why: 'customer',
  brief: 'customer',
  show: 'customer',
  page: 'button',
  ack: 'takePage',
  update: 'updatePage',
  resolve: 'resolvePage',
  reassign: 'button',
  next: 'button',
  snooze: 'button',
  add: 'button',
  who: 'button',
  'on-call': 'onCall',
  override: 'swap',
  promise: 'button',
  kept: 'keepPromise',
  moved: 'button',
  trust: 'button',
  words: 'button',
  surveys: 'button',
  voice: 'button',
  sales: 'button',
  hand: 'button',
  management: 'button',
  leave: 'button',
  task: 'button',
  done: 'closeTask',
  portfolio: 'portfolio',
  learning: 'button',
  audit: 'button',
  undo: 'undoCadence',
  status: 'customer',
  pages: 'pages',
  graduate: 'button',
  place: 'settlePlace',
  tasks: 'button',
  drill: 'button',
  ask: 'button',
  test: 'button',
  verify: 'button',
  readiness: 'button',
  push: 'button',
  console: { typed: 'Whoever reads it is here.' },
  holidays: 'button',
  calendar: 'button',
  'why-page': 'page',
  cover: 'button',
  review: 'button',
  approve: { typed: 'The answer of “Requests to look at” has a button for each request.' },
  waive: { typed: 'The answer of “Requests to look at” has a button for each request.' },
  query: { typed: 'The answer of “Requests to look at” has a button for each request.' },
  explain: { typed: 'It answers a query, which came with its own words in chat.' },
  correct: { typed: 'The answer of “Requests to look at” has a button for each request.' },
  reopen: { typed: 'Rare, and never without its reason.' },
  bill: 'button',
  quarterly: 'button',
  rule: {
    typed: 'It changes how every later bill is checked; it is not to be pressed in passing.',
  },
};

describe('what chat can do', () => {
  const hasButton = new Set<CommandName>(Object.values(offers).map(({ command }) => command));

  test.each(commandNames)('can be done in the console: %s', name => {
    const way = given[name];
    expect(hasButton.has(name)).toBe(way === 'button');
    if (typeof way === 'string' && way !== 'button') expect(routes[way].may).not.toBeNull();
  });
});
