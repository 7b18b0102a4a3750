import { answerWorries } from '../../check-ins/answers/answer-worries.ts';
import type { CommandName } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import { internal } from '../../delivery/audience.ts';
import { keepWord } from '../../paging/keep-word.ts';
import type { Trip } from '../../shared/database.ts';
import type { Intent } from '../../understanding/intent.ts';
import { understand } from '../../understanding/understand.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import { askChoice } from '../choices/ask-choice.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import { sureness } from '../words/sureness.ts';
import { answerRinging } from './answer-ringing.ts';
import { nearCommands, parseCommand } from './commands/parse-command.ts';
import { commands } from './commands/registry.ts';
import { findOrder } from './find-order.ts';
import { findRinging } from './find-ringing.ts';
import { handOverPages } from './hand-over-pages.ts';
import { hearPromise } from './hear-promise.ts';
import { offerNews } from './offer-news.ts';
import { stillRings } from './ringing.ts';
import { takeNextWord } from './take-next-word.ts';

/** One of the vendor's people said something. Between people we do not answer them; named, we take commands in words. */
export async function respondToVendor(
  trip: Trip,
  turn: Turn,
  { text }: Utterance,
): Promise<Reply[]> {
  const { actor, seat } = turn;
  if (!actor) return [];
  if (!turn.isMentioned) {
    const isRead = seat.kind === 'place' && seat.place.audience === 'shared';
    if (isRead) {
      await answerWorries(trip, seat.customer.id);
      await keepWord(trip, { customerId: seat.customer.id, personId: actor.id });
    }
    return seat.kind === 'place' ? hearPromise(trip, { actor, customer: seat.customer, text }) : [];
  }
  const ordered = await findOrder(trip, turn, text);
  const left = ordered?.name === 'leave' ? null : await handOverPages(trip, { actor, text });
  if (left) return left;
  const typed = ordered ?? parseCommand(text);
  const page = isOrder(typed) ? null : await findRinging(trip, turn);
  const watched = page && (await answerRinging(trip, turn, { page, actor, text }));
  if (watched) return watched;
  const command = typed ?? (await readQuestion(text));
  const replies = command ? await commands[command.name](trip, { ...command, turn, actor }) : null;
  if (page) return [...(replies ?? []), stillRings(page)];
  if (replies) return replies;
  const promised = await takeNextWord(trip, turn, text);
  if (promised) return promised;
  return (await offerNews(trip, turn, text)) ?? [await notUnderstood(trip, turn, { actor, text })];
}

/** What can be a half-awake question as well as a command: "who is this?", "?". */
const halfAsked: readonly CommandName[] = ['who', 'help', 'status'];

function isOrder(typed: { readonly name: CommandName } | null): boolean {
  return typed !== null && !halfAsked.includes(typed.name);
}

const questions: Readonly<Partial<Record<Intent, CommandName>>> = {
  status: 'status',
  next: 'status',
  who: 'who',
  smalltalk: 'help',
};

/** "What's happening at Northwind?" in free words: the customer is whatever name stands in them. */
async function readQuestion(text: string): Promise<{ name: CommandName; said: string } | null> {
  const { intent, confidence } = understand(text);
  const name = confidence >= sureness.toTakeForCommand ? questions[intent] : undefined;
  if (!name) return null;
  const last = /\b(?:at|with|for|of|about)\s+([^?.!,]+)[?.!]*$/i.exec(text)?.[1] ?? '';
  return { name, said: last.trim() };
}

async function notUnderstood(
  trip: Trip,
  turn: Turn,
  { text }: { actor: Person; text: string },
): Promise<Reply> {
  const near = nearCommands(text);
  if (near.length === 0) {
    return privateNote(
      internal`I don't know that one. Type "help" for what you can do here; to write something down, "log" and the customer's name.`,
    );
  }
  const rest = text.trim().split(/\s+/).slice(1).join(' ');
  const options = near.map(word => ({ label: word, says: `${word} ${rest}`.trim() }));
  const question = internal`I don't know that one. Did you mean ${near.join(' or ')}?`;
  return askChoice(trip, turn, { audience: 'internal', customerId: null, question, options });
}
