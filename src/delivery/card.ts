import type { Audience, Text } from './audience.ts';
import type { Picture } from './picture.ts';

/** What a message is. The names are a contract: transcripts, expectations and counts use them. */
export const messageNames = [
  'check-in',
  'check-in-repeat',
  'cadence-change',
  'situation',
  'answer',
  'help-offer',
  'page',
  'page-update',
  'page-receipt',
  'task',
  'news-request',
  'news',
  'opening',
  'closing',
  'slip',
  'step',
  'drill',
  'handover',
  'shift',
  'page-word',
  'notice',
  'course',
  'morning',
  'promise',
  'review',
  'survey',
  'voice',
  'graduation',
  'welcome',
  'refusal',
] as const;

export type MessageName = (typeof messageNames)[number];

/** Everything a button can mean, with what it says where nothing more exact is at hand. */
export const actionLabels = {
  'check-in.good': 'All good',
  'check-in.fine': 'Fine, one thing',
  'check-in.worried': 'Worried',
  'page.raise': 'Get a person',
  'page.decline': 'It can wait',
  'page.acknowledge': 'I have it',
  'page.reassign': 'Pass on',
  'page.update': 'Update',
  'page.resolve': 'Resolved',
  'page.next-word': 'Next word',
  'page.snooze': 'More time',
  'page.pass': 'Pass on',
  'page.share': 'Share it',
  'page.confirm': 'Yes',
  'page.reopen': 'No, still broken',
  'cadence.keep': 'Keep it as it is',
  'cadence.accept': "That's fine",
  'change.apply': 'Apply',
  'change.cancel': 'Cancel',
  'change.undo': 'Undo',
  'note.publish': 'Share it',
  'task.close': 'Done',
  'graduation.accept': "Yes, that's fine",
  'graduation.decline': 'Keep checking in',
  'step.confirm': "It's done",
  'step.later': 'Not yet',
  'choice.pick': 'a choice',
  'drill.sign': 'Sign',
  'relief.ask': 'Ask a colleague',
  'cover.accept': 'Yes, I cover',
  'cover.decline': 'No',
  'promise.note': 'Note it',
  'promise.share': 'Share',
  'promise.keep': 'Keep',
  'promise.decline': 'No',
  'survey.score': 'A score',
  'reference.accept': 'Yes',
  'reference.decline': 'No',
  'place.settle': 'That place is theirs',
  'request.approve': 'Approve',
  'request.waive': 'Approve, no charge',
  'request.query': 'Query',
  'request.correct': 'Correct',
  'voice.tell': 'Tell them',
  'words.show': 'Show the words',
  'quarter.publish': 'Publish',
} as const;

export type ActionId = keyof typeof actionLabels;

/** Each has a row in the permission table (customers/permission.ts) and in that of the buttons (conversation/presses/button.ts). */
export const actionIds = Object.keys(actionLabels) as [ActionId, ...ActionId[]];

/** A button. `subject` is an opaque id of ours; it is no permission. */
export interface Action {
  readonly id: ActionId;
  readonly label: string;
  readonly subject: string;
  readonly style?: 'primary' | 'danger';
  /** A bare "yes" to what the message asks means this one. */
  readonly isYes?: true;
}

/** A labelled line: "Next: Opening the new ledger, 01:00". */
export interface Fact<A extends Audience> {
  readonly label: string;
  readonly text: Text<A>;
}

/** A platform-neutral message. Renderers turn it into Block Kit, an Adaptive Card, HTML or plain text. */
export interface Card<A extends Audience = Audience> {
  readonly audience: A;
  readonly name: MessageName;
  /** Set when its fixed phrases are in another language than English; dates are written so, too. */
  readonly language?: string;
  /** The one customer it is about; null only when it names no customer at all. */
  readonly customerId: string | null;
  readonly heading?: Text<A>;
  /** One paragraph each. */
  readonly body: readonly Text<A>[];
  readonly facts?: readonly Fact<A>[];
  readonly actions?: readonly Action[];
  readonly picture?: Picture<A>;
  /** Quiet last line: "As of 20:10", "Get a person: type page". */
  readonly foot?: Text<A>;
}

/** A stored card. Only our own composed ones are ever stored, so what its columns hold is taken as one. */
export function cardFrom(column: unknown): Card {
  return column as Card;
}

/** What a card says besides its name, audience and customer. */
export type CardParts<A extends Audience> = Omit<Card<A>, 'audience' | 'name' | 'customerId'>;

/** A card that its customer may read. */
export function sharedCard(
  name: MessageName,
  customerId: string | null,
  parts: CardParts<'shared'>,
): Card<'shared'> {
  return { audience: 'shared', name, customerId, ...parts };
}

/** A card for the vendor's own people. */
export function internalCard(
  name: MessageName,
  customerId: string | null,
  parts: CardParts<Audience>,
): Card<'internal'> {
  return { audience: 'internal', name, customerId, ...parts } as Card<'internal'>;
}
