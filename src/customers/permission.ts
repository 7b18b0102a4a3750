import type { ActionId } from '../delivery/card.ts';
import type { Person } from './person.ts';
import type { AskName, PartnerName } from './spoken-act.ts';

/** Everything a vendor person can tell Handrail in words. */
export const commandNames = [
  'help',
  'log',
  'publish',
  'milestone',
  'cadence',
  'pause',
  'resume',
  'why',
  'brief',
  'page',
  'ack',
  'update',
  'resolve',
  'reassign',
  'next',
  'snooze',
  'add',
  'who',
  'on-call',
  'override',
  'promise',
  'kept',
  'moved',
  'trust',
  'words',
  'leave',
  'surveys',
  'quarterly',
  'voice',
  'sales',
  'management',
  'hand',
  'task',
  'done',
  'portfolio',
  'audit',
  'undo',
  'learning',
  'status',
  'pages',
  'graduate',
  'place',
  'tasks',
  'drill',
  'cover',
  'why-page',
  'calendar',
  'holidays',
  'ask',
  'test',
  'verify',
  'readiness',
  'push',
  'review',
  'approve',
  'waive',
  'query',
  'explain',
  'correct',
  'reopen',
  'bill',
  'rule',
  'console',
  'show',
] as const;

export type CommandName = (typeof commandNames)[number];

/** What has no word in chat: it is done in the console, about several customers or about what all of them share. */
export const deskNames = ['setup', 'token', 'replay', 'held', 'doctor', 'rehearse'] as const;
export type DeskName = (typeof deskNames)[number];

export type ActionName = ActionId | CommandName | AskName | PartnerName | DeskName;

/**
 * Who may. `anyone-here`: whoever can read the place (or is the person addressed). `customer`: people of this customer. `vendor`:
 * the vendor's people. `paged`: whoever was called by this page or owns it. `partner`: a partner's person who works for this
 * customer. `called-partner`: one whom this page called. `manager`: this customer's manager. `asker`: who asked for the change, or
 * gave the promise, in question. `keeper`: who answers for all customers concerned. `carer`: who looks after the one.
 */
export type Who =
  | 'anyone-here'
  | 'customer'
  | 'vendor'
  | 'partner'
  | 'called-partner'
  | 'paged'
  | 'manager'
  | 'asker'
  | 'keeper'
  | 'carer';

/** The one permission table. What has no row does not compile; what has an empty row nobody may. */
export const permissions: Readonly<Record<ActionName, readonly Who[]>> = {
  'check-in.good': ['customer'],
  'check-in.fine': ['customer'],
  'check-in.worried': ['customer'],
  'page.raise': ['anyone-here'],
  'page.decline': ['anyone-here'],
  'page.acknowledge': ['paged', 'called-partner'],
  'page.reassign': ['paged', 'manager', 'called-partner'],
  'page.update': ['paged'],
  'page.resolve': ['paged', 'manager'],
  'page.next-word': ['paged'],
  'page.snooze': ['paged'],
  'page.pass': ['paged', 'manager'],
  'page.share': ['paged', 'manager'],
  'page.confirm': ['customer'],
  'page.reopen': ['customer', 'vendor'],
  'cadence.keep': ['customer'],
  'cadence.accept': ['customer'],
  'change.apply': ['asker', 'manager'],
  'change.cancel': ['asker', 'manager'],
  'change.undo': ['manager'],
  'note.publish': ['vendor'],
  'task.close': ['vendor'],
  'graduation.accept': ['customer'],
  'graduation.decline': ['customer'],
  'step.confirm': ['customer'],
  'step.later': ['customer'],
  'choice.pick': ['anyone-here'],
  'place.settle': ['vendor'],
  'drill.sign': ['manager'],
  'relief.ask': ['vendor'],
  'cover.accept': ['paged'],
  'cover.decline': ['paged'],
  'promise.note': ['asker'],
  'promise.share': ['asker'],
  'promise.keep': ['asker'],
  'promise.decline': ['asker'],
  'survey.score': ['customer'],
  'reference.accept': ['customer'],
  'reference.decline': ['customer'],
  'request.approve': ['vendor'],
  'request.waive': ['vendor'],
  'request.query': ['vendor'],
  'request.correct': ['vendor'],
  'voice.tell': ['vendor'],
  'words.show': ['vendor'],
  'quarter.publish': ['vendor'],
  help: ['anyone-here'],
  log: ['vendor'],
  publish: ['vendor'],
  milestone: ['vendor'],
  cadence: ['manager'],
  pause: ['vendor'],
  resume: ['vendor'],
  why: ['vendor'],
  brief: ['vendor'],
  show: ['vendor'],
  page: ['anyone-here'],
  ack: ['paged'],
  update: ['paged'],
  resolve: ['paged', 'manager'],
  reassign: ['paged', 'manager'],
  next: ['paged'],
  snooze: ['paged'],
  add: ['paged', 'manager'],
  who: ['anyone-here'],
  'on-call': ['vendor'],
  override: ['vendor'],
  promise: ['vendor'],
  kept: ['vendor'],
  moved: ['vendor'],
  trust: ['vendor'],
  words: ['vendor'],
  leave: ['vendor'],
  surveys: ['vendor'],
  quarterly: ['vendor'],
  voice: ['vendor'],
  sales: ['vendor'],
  management: ['vendor'],
  hand: ['vendor'],
  task: ['vendor'],
  done: ['vendor'],
  portfolio: ['vendor'],
  audit: ['vendor'],
  undo: ['manager'],
  learning: ['vendor'],
  status: ['anyone-here'],
  pages: ['vendor'],
  graduate: ['vendor'],
  place: ['vendor'],
  tasks: ['vendor'],
  drill: ['vendor'],
  cover: ['vendor'],
  'why-page': ['vendor'],
  calendar: ['vendor'],
  holidays: ['vendor'],
  ask: ['vendor'],
  test: ['vendor'],
  verify: ['vendor'],
  readiness: ['vendor'],
  push: ['vendor'],
  review: ['vendor'],
  approve: ['vendor'],
  waive: ['vendor'],
  query: ['vendor'],
  explain: ['vendor'],
  correct: ['vendor'],
  reopen: ['vendor'],
  bill: ['vendor'],
  rule: ['manager'],
  console: ['vendor'],
  'ask.situation': ['anyone-here'],
  'ask.person': ['anyone-here'],
  'ask.wish': ['customer'],
  'ask.whom': ['customer'],
  'ask.talk': ['anyone-here'],
  'ask.quiet': ['anyone-here'],
  'ask.hand': ['customer'],
  'ask.bill': ['customer'],
  'partner.step': ['partner'],
  'partner.back': ['partner'],
  'partner.word': ['partner'],
  setup: ['keeper'],
  token: ['keeper'],
  replay: ['keeper'],
  held: ['carer', 'keeper'],
  doctor: ['vendor'],
  rehearse: ['vendor'],
};

/** What an act is about: one customer, and the people a page has called, where it is about a page. */
export interface About {
  readonly customerId: string;
  readonly managerId: string | null;
  readonly pagedIds?: readonly string[];
  /** Who asked for the change, where it is about a change on its way; who gave the promise, where it is about one. */
  readonly askerId?: string | null;
  /** Who answers for each of the customers concerned (`listKeepers`), and who looks after the one. */
  readonly keeperIds?: readonly string[];
  readonly carerIds?: readonly string[];
  /** The customer whose shared place this is said in; null in a direct place. */
  readonly placeCustomerId: string | null;
}

/** A known person, or somebody whose identity we do not know (customer side, fewest rights). */
export type Actor = Pick<Person, 'id' | 'side' | 'customerId' | 'partnerOf'> | null;

/** May this actor do this? Default is no. */
export function mayDo(doing: ActionName, actor: Actor, about: About): boolean {
  return permissions[doing].some(who => isWho(who, actor, about));
}

function isWho(who: Who, actor: Actor, about: About): boolean {
  switch (who) {
    case 'anyone-here':
      return isHere(actor, about);
    case 'customer':
      return actor?.side === 'customer' && actor.customerId === about.customerId;
    case 'vendor':
      return actor?.side === 'vendor';
    case 'paged':
      return actor?.side === 'vendor' && (about.pagedIds ?? []).includes(actor.id);
    case 'partner':
      return isPartner(actor, about);
    case 'called-partner':
      return isPartner(actor, about) && (about.pagedIds ?? []).includes(actor?.id ?? '');
    case 'manager':
      return actor?.side === 'vendor' && actor.id === about.managerId;
    case 'asker':
      return actor?.side === 'vendor' && actor.id === about.askerId;
    case 'keeper':
      return actor?.side === 'vendor' && (about.keeperIds?.every(id => id === actor.id) ?? false);
    case 'carer':
      return actor?.side === 'vendor' && (about.carerIds ?? []).includes(actor.id);
  }
}

function isPartner(actor: Actor, { customerId, placeCustomerId }: About): boolean {
  const isAt = placeCustomerId === null || placeCustomerId === customerId;
  return actor?.side === 'partner' && actor.partnerOf.includes(customerId) && isAt;
}

/** Vendor people are here everywhere; others only in their own customer's place or about their own customer. */
function isHere(actor: Actor, about: About): boolean {
  if (actor?.side === 'vendor') return true;
  if (about.placeCustomerId !== null) return about.placeCustomerId === about.customerId;
  return actor !== null && actor.customerId === about.customerId;
}
