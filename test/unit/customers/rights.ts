import type { ActionName, Actor } from '../../../src/customers/permission.ts';

const person = (
  id: string,
  side: 'vendor' | 'customer' | 'partner',
  customerId: string | null,
) => ({
  id,
  side,
  customerId,
});

/** Everybody who could press or say something in Northwind's matters. */
export const actors = {
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

export type ActorKind = keyof typeof actors;

export const vendor: ActorKind[] = [
  'vendor',
  'advocate elsewhere',
  'paged',
  'manager',
  'manager elsewhere',
  'asker',
];
export const ownSide: ActorKind[] = ['customer', 'partner'];

/** Who may, in Northwind's own place and alone with us. Written down by hand, not derived from the table. */
export const inPlace = {
  everybody: Object.keys(actors) as ActorKind[],
  customer: ['customer'] as ActorKind[],
  vendor,
  paged: ['paged'] as ActorKind[],
  pagedOrManager: ['paged', 'manager'] as ActorKind[],
  manager: ['manager'] as ActorKind[],
  askerOrManager: ['asker', 'manager'] as ActorKind[],
  customerOrVendor: ['customer', ...vendor] as ActorKind[],
};
export type Group = keyof typeof inPlace;

export const expected: Record<ActionName, Group> = {
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
  'place.settle': 'vendor',
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
  override: 'vendor',
  promise: 'vendor',
  kept: 'vendor',
  moved: 'vendor',
  task: 'vendor',
  done: 'vendor',
  portfolio: 'vendor',
  learning: 'vendor',
  audit: 'vendor',
  undo: 'manager',
  status: 'everybody',
  pages: 'vendor',
  graduate: 'vendor',
  place: 'vendor',
  tasks: 'vendor',
  'ask.situation': 'everybody',
  'ask.person': 'everybody',
  'ask.wish': 'customer',
  'ask.talk': 'everybody',
};
