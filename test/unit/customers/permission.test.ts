import { describe, expect, it } from '@jest/globals';
import {
  type About,
  type Actor,
  askNames,
  commandNames,
  type Doing,
  mayDo,
  permissions,
} from '../../../src/customers/permission.ts';
import { actionIds } from '../../../src/delivery/card.ts';

const person = (id: string, side: 'vendor' | 'customer' | 'partner', customerId: string | null) => ({
  id,
  side,
  customerId,
});

/** Everybody who could press or say something in Northwind's matters. */
const actors = {
  unknown: null,
  customer: person('lead-n', 'customer', 'northwind'),
  'other customer': person('lead-l', 'customer', 'lakeside'),
  partner: person('partner-n', 'partner', 'northwind'),
  'foreign partner': person('partner-l', 'partner', 'lakeside'),
  vendor: person('eng-1', 'vendor', null),
  'advocate elsewhere': person('adv-l', 'vendor', null),
  paged: person('adv-n', 'vendor', null),
  manager: person('mgr-n', 'vendor', null),
  'manager elsewhere': person('mgr-l', 'vendor', null),
  asker: person('ops-1', 'vendor', null),
  'customer called paged': person('adv-n', 'customer', 'lakeside'),
  'customer called manager': person('mgr-n', 'customer', 'lakeside'),
} as const satisfies Record<string, Actor>;

type ActorKind = keyof typeof actors;

const vendor: ActorKind[] = ['vendor', 'advocate elsewhere', 'paged', 'manager', 'manager elsewhere', 'asker'];
const ownSide: ActorKind[] = ['customer', 'partner'];

/** Who may, in Northwind's own place and alone with us. Written down by hand, not derived from the table. */
const inPlace = {
  everybody: Object.keys(actors) as ActorKind[],
  customer: ['customer'] as ActorKind[],
  vendor,
  paged: ['paged'] as ActorKind[],
  pagedOrManager: ['paged', 'manager'] as ActorKind[],
  manager: ['manager'] as ActorKind[],
  askerOrManager: ['asker', 'manager'] as ActorKind[],
  customerOrVendor: ['customer', ...vendor] as ActorKind[],
};
type Group = keyof typeof inPlace;

const expected: Record<Doing, Group> = {
  'check-in.good': 'customer',
  'check-in.fine': 'customer',
  'check-in.worried': 'customer',
  'page.raise': 'everybody',
  'page.decline': 'everybody',
  'page.acknowledge': 'paged',
  'page.reassign': 'pagedOrManager',
  'page.update': 'paged',
  'page.resolve': 'pagedOrManager',
  'page.confirm': 'customer',
  'page.reopen': 'customerOrVendor',
  'cadence.keep': 'customer',
  'cadence.accept': 'customer',
  'change.apply': 'askerOrManager',
  'change.cancel': 'askerOrManager',
  'change.undo': 'manager',
  'note.publish': 'vendor',
  'task.close': 'vendor',
  'graduation.accept': 'customer',
  'graduation.decline': 'customer',
  'choice.pick': 'everybody',
  help: 'everybody',
  log: 'vendor',
  publish: 'vendor',
  milestone: 'vendor',
  cadence: 'manager',
  pause: 'vendor',
  resume: 'vendor',
  why: 'vendor',
  brief: 'vendor',
  page: 'everybody',
  ack: 'paged',
  update: 'paged',
  resolve: 'pagedOrManager',
  reassign: 'pagedOrManager',
  add: 'pagedOrManager',
  who: 'everybody',
  'on-call': 'vendor',
  swap: 'vendor',
  promise: 'vendor',
  kept: 'vendor',
  task: 'vendor',
  done: 'vendor',
  portfolio: 'vendor',
  audit: 'vendor',
  undo: 'manager',
  status: 'everybody',
  pages: 'vendor',
  graduate: 'vendor',
  'ask.situation': 'everybody',
  'ask.person': 'everybody',
  'ask.wish': 'customer',
  'ask.talk': 'everybody',
};

const northwind: About = {
  customerId: 'northwind',
  managerId: 'mgr-n',
  pagedIds: ['adv-n'],
  askerId: 'ops-1',
  placeCustomerId: 'northwind',
};

const doings = Object.keys(expected) as Doing[];

function allowed(doing: Doing, about: About): ActorKind[] {
  const kinds = Object.keys(actors) as ActorKind[];
  return kinds.filter(kind => mayDo(doing, actors[kind], about));
}

describe('every action and command has a written right', () => {
  it('names each action, command and question exactly once', () => {
    expect([...doings].sort()).toEqual([...actionIds, ...commandNames, ...askNames].sort());
    expect(Object.keys(permissions).sort()).toEqual([...doings].sort());
  });

  it.each(doings)("%s in the customer's own place", doing => {
    expect(allowed(doing, northwind).sort()).toEqual([...inPlace[expected[doing]]].sort());
  });

  it.each(doings)('%s alone with us: nobody gains, and who is unknown or foreign loses', doing => {
    const group = inPlace[expected[doing]];
    const alone = expected[doing] === 'everybody' ? [...vendor, ...ownSide] : group;
    expect(allowed(doing, { ...northwind, placeCustomerId: null }).sort()).toEqual([...alone].sort());
  });

  it.each(doings)("%s said in another customer's place opens nothing to its people", doing => {
    const elsewhere = allowed(doing, { ...northwind, placeCustomerId: 'lakeside' });
    for (const kind of ['unknown', 'other customer', 'foreign partner'] as const) {
      expect(elsewhere).not.toContain(kind);
    }
  });

  it.each(doings)('%s without facts is for nobody who needs one', doing => {
    const bare = { customerId: 'northwind', managerId: null, placeCustomerId: null };
    const needsFact = ['paged', 'pagedOrManager', 'manager', 'askerOrManager'].includes(expected[doing]);
    if (needsFact) expect(allowed(doing, bare)).toEqual([]);
  });
});
