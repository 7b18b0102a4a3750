import { mention, shared, strong, type Text, time, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';
import type { Milestone } from './milestone.ts';

/** The key of the message that asks one of the customer's people for a step of theirs; a new time is a new question. */
export function stepKey({ id, plannedFrom }: Pick<Milestone, 'id' | 'plannedFrom'>): string {
  return `step:${id}:${plannedFrom.getTime()}`;
}

/** Whoever has a step on the customer's side. */
interface Owner {
  readonly id: string;
  readonly name: string;
}

const foot: Text<'shared'> = shared`If something is in the way, type page and I'll fetch a person, at any hour.`;

/** Asks for a step that is the customer's own, at its time, with the two answers there are. */
export function askStepCard(
  { id, customerId, name, plannedFrom, plannedUntil }: Milestone,
  owner: Owner,
): Card<'shared'> {
  const whom = mention(owner.id, openly(owner.name));
  const step = strong(openly(name));
  return sharedCard('step', customerId, {
    body: [
      shared`${whom} "${step}" is yours by the plan, ${time(plannedFrom)} to ${time(plannedUntil)}. When it is done, say so here: "done" or "I approve" is enough.`,
    ],
    actions: [
      { id: 'step.confirm', label: "It's done", subject: id, style: 'primary' },
      { id: 'step.later', label: 'Not yet', subject: id },
    ],
    foot,
  });
}

/** The question once it is answered: who said so, and when. No buttons any more. */
export function confirmedStepCard(
  asked: Card<'shared'>,
  { byName, at }: { readonly byName: string; readonly at: Date },
): Card<'shared'> {
  return sharedCard(asked.name, asked.customerId, {
    body: [...asked.body, shared`✅ ${words(openly(byName))}: done, ${time(at)}.`],
    foot,
  });
}
