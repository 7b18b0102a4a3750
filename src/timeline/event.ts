/** Who may read a fact. Notes and webhooks start internal; publishing is a separate act. */
export type Visibility = 'internal' | 'shared';

/** Everything that can be a fact about a customer. */
export const eventKinds = [
  'note',
  'external',
  'milestone.planned',
  'milestone.underway',
  'milestone.done',
  'milestone.late',
  'milestone.slipped',
  'milestone.cancelled',
  'milestone.rolled-back',
  'phase.changed',
  'window.opened',
  'window.closed',
  'page.raised',
  'page.joined',
  'page.escalated',
  'page.acknowledged',
  'page.reassigned',
  'page.updated',
  'page.next-word',
  'page.resolved',
  'page.reopened',
  'page.exhausted',
  'check-in.asked',
  'check-in.repeated',
  'check-in.answered',
  'check-in.skipped',
  'check-in.silent',
  'cadence.changed',
  'news.requested',
  'news.told',
  'promise.made',
  'promise.kept',
  'promise.moved',
  'promise.missed',
  'advocate.changed',
  'task.opened',
  'task.closed',
  'advice.answered',
  'request.approved',
  'feedback',
  'survey.asked',
  'survey.answered',
  'voice.told',
  'quarter.published',
  'sales.held',
  'sales.spoke',
  'words.softened',
  'partner.given',
  'partner.back',
  'thanks.carried',
  'graduation.proposed',
  'graduation.accepted',
  'graduation.declined',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Of which facts other systems may be told. */
export function isToldOutside(kind: EventKind): boolean {
  return /^(?:page|milestone)\./.test(kind) || kind === 'request.approved';
}

/** What can happen to a step of the plan. */
export const milestoneKinds = eventKinds.filter(kind => kind.startsWith('milestone.'));

/** Words that the customer concerned may read. Only `openly` makes them. */
export type SharedWords = string & { readonly __readableBy: 'customer' };

/** Words of our own, in English. They are no value inside a customer's sentence: there each is a term, in every language. */
export type Wording = string & { readonly __ours: 'English' };

/**
 * The one door by which a plain string becomes readable by the customer it is about. Every call is a
 * place a reviewer looks at: the string must come from a shared fact, the shared plan, a name the
 * customer knows, or the customer's own words in the same customer's conversation. What we say ourselves
 * (a literal, a `Wording`) does not compile here: it would stay English in the midst of a German sentence.
 */
export function openly<T extends string>(text: string extends T ? T : never): SharedWords {
  return text as string as SharedWords;
}

interface Fact {
  readonly id: string;
  readonly customerId: string;
  readonly transitionId: string | null;
  readonly kind: EventKind;
  readonly at: Date;
  readonly authorId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export type SharedEvent = Fact & { readonly visibility: 'shared'; readonly text: SharedWords };
export type InternalEvent = Fact & { readonly visibility: 'internal'; readonly text: string };

/** A fact on the timeline of exactly one customer. */
export type TimelineEvent = SharedEvent | InternalEvent;
