import { findLearnt } from '../../../confidence/find-learnt.ts';
import { learntWords } from '../../../confidence/learnt-words.ts';
import { type TransitionKind, transitionKinds } from '../../../confidence/policy.ts';
import { setLearning } from '../../../confidence/set-learning.ts';
import { mayDo } from '../../../customers/permission.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { actorOf } from '../../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { usageOf } from './usage.ts';

const acts = { hold: 'hold', pin: 'hold', free: 'free', reset: 'reset' } as const;
type Word = keyof typeof acts;

const done = {
  hold: 'Held: it stays as it is until you say "learning free".',
  free: 'Free again: it is worked out afresh each night.',
  reset: 'Reset: the stock curve holds, and only what comes from now on teaches.',
} as const;

/** `learning`: what the vendor's own transitions have taught; `learning hold|free|reset go-live` by a manager. */
export async function learning(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { text, why } = splitWhy(command.said);
  if (text === '') return [await show(trip)];
  const [word = '', ...rest] = text.toLowerCase().split(/\s+/);
  const kind = transitionKinds.find(one => one === rest.join('-'));
  if (!isWord(word) || !kind)
    return [privateNote(internal`I did not get that. ${usageOf('learning')}`)];
  if (!(await isManager(trip, command))) return [refusal()];
  const act = acts[word];
  await setLearning(trip, { kind, act, byId: command.actor.id, why });
  return [privateNote(internal`${done[act]}`, internal`${await wordsOf(trip, kind)}`)];
}

function isWord(word: string): word is Word {
  return word in acts;
}

async function show(trip: Trip): Promise<Reply> {
  const lines = [];
  for (const kind of transitionKinds) lines.push(internal`${await wordsOf(trip, kind)}`);
  return privateNote(...lines);
}

async function wordsOf({ tx }: Trip, kind: TransitionKind): Promise<string> {
  return learntWords(await findLearnt(tx, kind), kind);
}

/** The curve is no customer's: whoever may set the check-ins of one may say what is learnt. */
async function isManager({ tx }: Trip, { actor, turn }: Command): Promise<boolean> {
  const customer = await tx.customer.findFirst({ where: { managerId: actor.id } });
  if (!customer) return false;
  const about = { customerId: customer.id, managerId: actor.id, placeCustomerId: null };
  return mayDo('cadence', actorOf(turn), about);
}
