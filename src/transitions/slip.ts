import { shared, words } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import type { SharedWords } from '../timeline/event.ts';
import type { Milestone } from './milestone.ts';

/** The one message about one late step; starting late and finishing late are two. */
export function slipKey({ id, startedAt }: Pick<Milestone, 'id' | 'startedAt'>): string {
  return `slip:${id}:${startedAt ? 'finish' : 'start'}`;
}

/** What the customer reads of a slip: the fact, and who knows of it. */
export function slipCard(
  customerId: string,
  { words: fact, knower }: { words: SharedWords; knower: SharedWords | null },
): Card<'shared'> {
  const known = knower
    ? shared`${words(knower)} knows. I'll change this message as soon as it moves.`
    : shared`I'll change this message as soon as it moves.`;
  return sharedCard('slip', customerId, {
    body: [shared`⏳ ${words(fact)}`, known],
    actions: [{ id: 'page.raise', label: 'Get a person', subject: customerId }],
    foot: shared`Type page to get a person, at any hour.`,
  });
}

/** The same message once the step has moved. */
export function movedSlipCard(customerId: string, fact: SharedWords): Card<'shared'> {
  return sharedCard('slip', customerId, {
    body: [shared`✅ ${words(fact)}`],
    foot: shared`Type page to get a person, at any hour.`,
  });
}
