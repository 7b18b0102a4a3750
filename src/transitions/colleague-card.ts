import { internal, shared, type Text, time, words } from '../delivery/audience.ts';
import { type Card, internalCard, sharedCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';
import type { OwnerOfStep } from './find-step-owner.ts';
import type { Milestone } from './milestone.ts';

/** Asks whoever has a step on the vendor's side how it stands, with the words that answer it. */
export function askColleagueCard(milestone: Milestone, customerName: string): Card<'internal'> {
  const { customerId, key, name, startedAt } = milestone;
  const command = `milestone ${customerId} ${key}`;
  const say = startedAt
    ? internal`When it is: "${command} done". If it takes longer: "${command} late because …, now 01:00".`
    : internal`If it has begun: "${command} underway". If it is late: "${command} late because …, now 01:00".`;
  return internalCard('step', customerId, {
    body: [
      internal`⏳ ${customerName}: "${name}" is yours by the plan. It ${dueText(milestone)}.`,
      say,
    ],
  });
}

/** Asks a partner's person the same: nothing of ours can stand in it. */
export function askPartnerCard(milestone: Milestone, customerName: string): Card<'shared'> {
  const { customerId, name, startedAt, plannedFrom, plannedUntil } = milestone;
  const step = words(openly(name));
  const due = startedAt
    ? shared`It was due to finish ${time(plannedUntil)}. When it is: "${step} done".`
    : shared`It was due to start ${time(plannedFrom)}. If it has begun: "${step} underway".`;
  return sharedCard('step', customerId, {
    body: [
      shared`⏳ ${words(openly(customerName))}: “${step}” is yours by the plan. ${due}`,
      shared`If it takes longer, write why and until when: it is passed on in your words.`,
    ],
  });
}

function dueText({ startedAt, plannedFrom, plannedUntil }: Milestone): Text<'internal'> {
  return startedAt
    ? internal`was due to finish ${time(plannedUntil)} and is not marked done`
    : internal`was due to start ${time(plannedFrom)}, and nobody has said how it stands`;
}

/** What the advocate reads of whoever has the step: that they were asked, or that nobody could ask them. */
export function ownerLine(owner: OwnerOfStep | null): Text<'internal'>[] {
  if (!owner) return [];
  return owner.isAsked
    ? [internal`It is ${owner.name}'s by the plan, and I have asked there as well.`]
    : [
        internal`It is ${owner.name}'s by the plan. I don't write to a partner's people, so that question is yours.`,
      ];
}
