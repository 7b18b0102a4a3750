import { internal, strong } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import { openly } from '../../timeline/event.ts';

/** Somebody's anger as the vendor's people read it: what is wanted, and none of the insults. */
export interface Anger {
  /** The fact that keeps the words. */
  readonly eventId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly speakerName: string;
  /** Said to us; else among themselves, where we read along. */
  readonly isToUs: boolean;
  readonly isThreat: boolean;
  /** What they said besides; empty = nothing. */
  readonly calm: string;
  readonly isUrgent: boolean;
}

/** What they want and how urgent it is, in one line of words. */
export function angerText({ calm, isUrgent, isThreat, ...anger }: Anger): string {
  const threat = isThreat ? ' It threatens somebody.' : '';
  const who = `${anger.speakerName} (${anger.customerName}) wrote ${anger.isToUs ? 'to us ' : ''}in anger.${threat}`;
  if (calm === '') return `${who} They asked for nothing in it.`;
  return `${who} ${isUrgent ? 'It is urgent' : 'Not urgent'}, and without the insults it says: "${calm}"`;
}

/** What the advocate reads first; the words themselves come only to whoever asks. */
export function angerCard(anger: Anger): Card<'internal'> {
  const { eventId, customerId, customerName } = anger;
  return internalCard('task', customerId, {
    heading: internal`${strong(openly(customerName))}`,
    body: [internal`${angerText(anger)}`],
    actions: [{ id: 'words.show', label: 'Show the words', subject: eventId }],
    foot: internal`They are answered as ever. You need not read the words: "words ${customerName}" shows them later as well.`,
  });
}

/** What the manager hears: that it happened, and who reads it. */
export function managerText(
  { customerName, speakerName, isThreat }: Anger,
  advocateName: string,
): string {
  const did = isThreat ? 'threatened somebody' : 'insulted us';
  return `${speakerName} (${customerName}) ${did} in a message. ${advocateName} reads a calm summary; "words ${customerName}" shows what was written. The customer was answered as ever.`;
}
