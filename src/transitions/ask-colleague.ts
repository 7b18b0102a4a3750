import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { askColleagueCard, askPartnerCard } from './colleague-card.ts';
import type { OwnerOfStep } from './find-step-owner.ts';
import type { Milestone } from './milestone.ts';

export interface Question {
  /** Of the message that tells the advocate the same. */
  readonly key: string;
  readonly milestone: Milestone;
  readonly customerName: string;
}

/** Asks whoever has a step on the vendor's side, or a partner's, how it stands, once for each time the advocate is told. */
export async function askColleague(
  trip: Trip,
  { id, isOurs, isAsked }: OwnerOfStep,
  { key, milestone, customerName }: Question,
): Promise<void> {
  if (!isAsked) return;
  await sendMessage(trip, {
    key: `${key}:owner`,
    lane: 'replies',
    to: { personId: id },
    card: isOurs
      ? askColleagueCard(milestone, customerName)
      : askPartnerCard(milestone, customerName),
  });
}
