import type { Action } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, since } from '../../shared/time.ts';
import type { Press } from '../arrival/inbound.ts';
import { questionIdOf, type Turn } from '../arrival/turn.ts';
import { optionAt } from '../choices/open-question.ts';
import { listSeenMessages } from '../replies/list-seen-messages.ts';
import type { SeenMessage } from '../replies/seen-message.ts';
import { isForNewest, type PlainAnswer } from '../words/plain-answer.ts';
import { buttons } from './button.ts';
import { mayPress } from './may-press.ts';
import { answerableFor, askedActions, meantAction } from './meant-action.ts';

/** Between people, a bare word is an answer to us only so shortly after we asked. */
const overheardFor = 15 * minute;

export type PlainPress =
  | { readonly kind: 'press'; readonly press: Press }
  /** The newest question is one that these words could answer both ways. */
  | { readonly kind: 'unclear'; readonly action: Action };

/**
 * The button a bare "yes", "2" or "worried" stands for: of the newest question here that is still open and
 * that this person may answer; a mood is looked for in older ones too. Null when there is none.
 */
export async function findPlainPress(
  trip: Trip,
  turn: Turn,
  answer: PlainAnswer,
): Promise<PlainPress | null> {
  for (const question of await listQuestions(trip, turn)) {
    const { asked, askedAt, message } = question;
    if (!(await isOpenFor(trip, turn, question))) continue;
    if (!turn.isAddressed && since(askedAt, trip.now) > overheardFor) return null;
    const action = meantAction(answer, message.card);
    if (action) return { kind: 'press', press: pressOf(action, message) };
    if (isForNewest(answer)) return { kind: 'unclear', action: asked };
  }
  return null;
}

function pressOf({ id, subject }: Action, message: SeenMessage): Press {
  return { kind: 'press', action: id, subject, messageId: message.id };
}

interface Question {
  readonly message: SeenMessage;
  /** The first of its buttons that ask something. */
  readonly asked: Action;
  readonly askedAt: Date;
}

/** What was asked here, the newest question first. A receipt asks when the page is resolved, not when it was sent. */
async function listQuestions(trip: Trip, turn: Turn): Promise<Question[]> {
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

async function isOpenFor(
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
