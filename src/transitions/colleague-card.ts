import { internal, type Text, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
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

function dueText({ startedAt, plannedFrom, plannedUntil }: Milestone): Text<'internal'> {
  return startedAt
    ? internal`was due to finish ${time(plannedUntil)} and is not marked done`
    : internal`was due to start ${time(plannedFrom)}, and nobody has said how it stands`;
}

/** What the advocate reads of whoever has the step: that they were asked, or that nobody could ask them. */
export function ownerLine(owner: OwnerOfStep | null): Text<'internal'>[] {
  if (!owner) return [];
  return owner.isOurs
    ? [internal`It is ${owner.name}'s by the plan, and I have asked there as well.`]
    : [
        internal`It is ${owner.name}'s by the plan. I don't write to a partner's people, so that question is yours.`,
      ];
}
