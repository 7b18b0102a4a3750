import { internal } from '../../../delivery/audience.ts';
import { writtenText } from '../../../delivery/plain-text.ts';
import type { Trip } from '../../../shared/database.ts';
import { cutWords } from '../../arrival/inbound.ts';
import { placeCustomerOf } from '../../arrival/turn.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { note, privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { readAnswer } from '../../words/answer-words.ts';
import { plain } from '../../words/names.ts';
import { answerAdvice } from '../answer-advice.ts';
import { finishTask } from '../finish-task.ts';
import { noteUnanswered } from '../note-unanswered.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `done`: closes this person's only open task, or the one whose words are said. `done shared: text` answers whoever asked. */
export async function done(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const said = readAnswer(command.said);
  if (said) return answerAdvice(trip, command, said);
  const { tx } = trip;
  const customerId = placeCustomerOf(command.turn)?.id;
  const open = await tx.task.findMany({
    where: { assigneeId: command.actor.id, state: 'open', ...(customerId ? { customerId } : {}) },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
  const named = plain(command.said);
  const meant =
    named === ''
      ? open
      : open.filter(task => task.id === command.said.trim() || plain(task.text).includes(named));
  const [only] = meant;
  if (only && meant.length === 1) {
    await finishTask(trip, only.id, command.actor.id);
    const waits = await noteUnanswered(trip, { taskId: only.id, byId: command.actor.id });
    return [note(only.customerId, internal`Done: ${only.text}`), ...(waits ? [waits] : [])];
  }
  if (open.length === 0) return [privateNote(internal`You have no open task.`)];
  const reader = { timeZone: command.actor.timeZone, now: trip.now };
  const options = (meant.length > 0 ? meant : open).slice(0, 4).map(task => ({
    label: cutWords(writtenText(task.text, reader), 60),
    says: `done ${task.id}`,
  }));
  const question = internal`Which task is done?`;
  return [
    await askChoice(trip, command.turn, {
      audience: 'internal',
      customerId: null,
      question,
      options,
    }),
  ];
}
