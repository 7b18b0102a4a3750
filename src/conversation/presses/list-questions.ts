import type { Action } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { since } from '../../shared/time.ts';
import { questionIdOf, type Turn } from '../arrival/turn.ts';
import { optionAt } from '../choices/open-question.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import type { SeenMessage } from '../replies/seen-message.ts';
import { buttons } from './button.ts';
import { mayPress } from './may-press.ts';
import { answerableFor, askedActions } from './meant-action.ts';

/** Something we asked, where the speaker reads it. */
export interface Question {
  readonly message: SeenMessage;
  /** The first of its buttons that ask something. */
  readonly asked: Action;
  readonly askedAt: Date;
}

/** What was asked here, the newest question first. A receipt asks when the page is resolved, not when it was sent. */
export async function listQuestions(trip: Trip, turn: Turn): Promise<Question[]> {
  const seen = (await listSeenMessages(trip, turn)).flatMap(message => {
    const [asked] = askedActions(message.card);
    return asked ? [{ message, asked }] : [];
  });
  const pages = await trip.tx.page.findMany({
    where: { id: { in: seen.map(({ asked }) => asked.subject) } },
    select: { id: true, resolvedAt: true },
  });
  const resolvedAt = new Map(pages.map(page => [page.id, page.resolvedAt]));
  return seen
    .map(one => ({ ...one, askedAt: resolvedAt.get(one.asked.subject) ?? one.message.createdAt }))
    .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
}

/** Does this question still wait, and may this speaker answer it? */
export async function isOpenFor(
  trip: Trip,
  turn: Turn,
  { asked, askedAt, message }: Question,
): Promise<boolean> {
  const { id, subject } = asked;
  if (since(askedAt, trip.now) > answerableFor(id)) return false;
  if (id === 'choice.pick') return isChoiceOpen(trip, turn, { picked: subject, message });
  const button = buttons[id];
  const found = await button.findSubject(trip.tx, subject);
  if (!found || !(await mayPress(trip, turn, { action: id, subject: found }))) return false;
  return button.isOpen?.(trip.tx, subject) ?? true;
}

async function isChoiceOpen(
  { tx, now }: Trip,
  turn: Turn,
  { picked, message }: { picked: string; message: SeenMessage },
): Promise<boolean> {
  const question = await tx.openQuestion.findUnique({ where: { id: questionIdOf(turn) } });
  if (!question || question.expiresAt <= now) return false;
  return optionAt(question.data, picked, message.key) !== null;
}
