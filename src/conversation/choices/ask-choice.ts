import type { Audience, Text } from '../../delivery/audience.ts';
import { type Action, internalCard, sharedCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { hour, plus } from '../../shared/time.ts';
import { personFoot } from '../../situation/text.ts';
import { questionIdOf, type Turn } from '../arrival/turn.ts';
import type { Reply } from '../replies/reply.ts';
import type { Option } from './open-question.ts';

export type Choice =
  | {
      readonly audience: 'internal';
      readonly customerId: string | null;
      readonly question: Text<Audience>;
      readonly options: readonly Option[];
    }
  | {
      readonly audience: 'shared';
      readonly customerId: string;
      readonly question: Text<'shared'>;
      readonly options: readonly Option[];
    };

/** Asks back with choices, and remembers them for an hour so that a bare "2" has a meaning. */
export async function askChoice(trip: Trip, turn: Turn, choice: Choice): Promise<Reply> {
  const id = choice.audience === 'internal' ? ownQuestionId(turn) : questionIdOf(turn);
  const row = {
    customerId: choice.customerId,
    kind: 'choice',
    data: { askedBy: turn.inboxId, options: choice.options.map(option => ({ ...option })) },
    askedAt: trip.now,
    expiresAt: plus(trip.now, hour),
  };
  await trip.tx.openQuestion.upsert({ where: { id }, create: { id, ...row }, update: row });
  const actions = choice.options.map((option, index) => actionOf(choice, { option, index }));
  if (choice.audience === 'internal') {
    return {
      card: internalCard('answer', choice.customerId, { body: [choice.question], actions }),
      isPrivate: true,
    };
  }
  const parts = { body: [choice.question], actions, foot: personFoot };
  return { card: sharedCard('answer', choice.customerId, parts) };
}

/** "Get a person" is no question of ours: it works for anybody here, and at any time. */
function actionOf(
  { audience, customerId }: Choice,
  { option, index }: { readonly option: Option; readonly index: number },
): Action {
  if (audience === 'shared' && customerId && option.says === 'page')
    return { id: 'page.raise', label: option.label, subject: customerId };
  return { id: 'choice.pick', label: option.label, subject: String(index + 1) };
}

/** A choice for one of the vendor's people is answered where it is read: alone with us. */
function ownQuestionId(turn: Turn): string {
  return turn.actor ? `person:${turn.actor.id}` : questionIdOf(turn);
}
