import { listUnanswered, type Unanswered } from '../../advice/list-unanswered.ts';
import { type ToldWhere, tellAsker } from '../../advice/tell-asker.ts';
import { internal, type Text } from '../../delivery/audience.ts';
import { writtenText } from '../../delivery/plain-text.ts';
import type { Trip } from '../../shared/database.ts';
import { cutWords } from '../arrival/inbound.ts';
import { placeCustomerOf } from '../arrival/turn.ts';
import { askChoice } from '../choices/ask-choice.ts';
import { note, privateNote, type Reply } from '../replies/reply.ts';
import type { SaidAnswer } from '../words/answer-words.ts';
import { plain } from '../words/names.ts';
import type { Command } from './commands/command.ts';
import { finishTask } from './finish-task.ts';

/** `done shared: two sites at a time`: whoever asked for advice reads that, where they asked, and the task is done. */
export async function answerAdvice(
  trip: Trip,
  command: Command,
  { which, text }: SaidAnswer,
): Promise<Reply[]> {
  const { actor, turn } = command;
  const customerId = placeCustomerOf(turn)?.id;
  const waiting = await listUnanswered(trip, { personId: actor.id, customerId });
  const meant = waiting.filter(
    ({ taskId, taskText }) =>
      which === '' || taskId === which || ` ${plain(taskText)} `.includes(` ${plain(which)} `),
  );
  const open = meant.filter(({ isOpen }) => isOpen);
  const [only, ...others] = open.length > 0 ? open : meant;
  if (!only)
    return [
      privateNote(
        internal`Nobody of theirs waits for an answer of yours. "publish northwind: …" tells all of them.`,
      ),
    ];
  if (others.length > 0) return [await askWhich(trip, command, { meant: [only, ...others], text })];
  return answer(trip, command, { only, text });
}

async function askWhich(
  trip: Trip,
  { actor, turn }: Command,
  { meant, text }: { readonly meant: readonly Unanswered[]; readonly text: string },
): Promise<Reply> {
  const reader = { timeZone: actor.timeZone, now: trip.now };
  return askChoice(trip, turn, {
    audience: 'internal',
    customerId: null,
    question: internal`Which question does that answer?`,
    options: meant.slice(0, 4).map(({ taskId, taskText }) => ({
      label: cutWords(writtenText(taskText, reader), 60),
      says: `done ${taskId} shared: ${text}`,
    })),
  });
}

async function answer(
  trip: Trip,
  { actor }: Command,
  { only, text }: { readonly only: Unanswered; readonly text: string },
): Promise<Reply[]> {
  const { taskId, customerId, askerName } = only;
  const who = askerName ?? 'Whoever asked';
  const told = await tellAsker(trip, { taskId, by: actor, text });
  switch (told.kind) {
    case 'foreign':
      return [
        note(
          customerId,
          internal`${who} is told nothing: "${told.word}" is another customer's, and they would read it.`,
        ),
      ];
    case 'nowhere':
      return [note(customerId, internal`${who} has no place of theirs to read it in.`)];
    case 'before':
      return [note(customerId, internal`${who} has heard an answer already.`)];
    case 'told':
      await finishTask(trip, taskId, actor.id);
      return [note(customerId, readText(told.where, { who, text }))];
  }
}

function readText(
  where: ToldWhere,
  { who, text }: { readonly who: string; readonly text: string },
): Text<'internal'> {
  switch (where) {
    case 'asked':
      return internal`${who} reads it where they asked: “${text}”`;
    case 'alone':
      return internal`${who} reads it alone with me, since the place they asked in is not open to it any more: “${text}”`;
    case 'colleagues':
      return internal`${who} has left; their colleagues read it in their own place: “${text}”`;
  }
}
