import type { Text } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import { acknowledgeDrill } from '../../drills/acknowledge-drill.ts';
import { findDrillCall } from '../../drills/find-drill-call.ts';
import { findRingingDrill } from '../../drills/find-ringing-drill.ts';
import type { Trip } from '../../shared/database.ts';
import type { OutsideAnswer } from '../arrival/outside-answer.ts';
import { listOurPeople } from '../naming/list-our-people.ts';
import { type OutsideReply, readOutsideReply } from '../words/outside-reply.ts';
import { answerPage } from './answer-page.ts';
import { findAnsweredCall } from './find-answered-call.ts';
import { findRingingPages, type RingingPage } from './find-ringing-pages.ts';
import { listPeopleAt } from './list-people-at.ts';
import { drillTaken, nothingRings, stillRingsText, whichText } from './outside-words.ts';
import { tellStopped } from './tell-stopped.ts';

type Words = Extract<OutsideAnswer['answer'], { kind: 'words' }>;

/** Somebody answered outside chat: what rings for them is taken or passed on, and they are told what came of it. */
export async function takeAnswer(trip: Trip, { id, via, answer }: OutsideAnswer): Promise<void> {
  if (answer.kind === 'words') return takeWords(trip, { id, via, ...answer });
  const call = await findAnsweredCall(trip, answer.messageId);
  // What is said back in a call is read from the page itself, where the call goes on.
  if (call) return void (await answerPage(trip, { ...call, action: answer.action }));
  const drill = await findDrillCall(trip, answer.messageId);
  if (drill && answer.action === 'page.acknowledge')
    await acknowledgeDrill(trip, { ...drill, via });
}

/** Words from a number. One that we never called is nobody: there is no answer. */
async function takeWords(
  trip: Trip,
  { id, via, from, text }: Words & Pick<OutsideAnswer, 'id' | 'via'>,
): Promise<void> {
  const people = await listPeopleAt(trip, from);
  const reply = readOutsideReply(text, await listOurPeople(trip));
  if (reply.kind === 'stop') {
    for (const personId of people) await tellStopped(trip, { personId, key: id });
    return;
  }
  if (reply.kind === 'start') return;
  const ringing = await findRingingPages(trip, from);
  const personId = ringing[0]?.personId ?? people[0];
  if (personId === undefined) return;
  const meant = reply.code ? ringing.filter(({ code }) => code === reply.code) : ringing;
  const [page] = meant;
  const say = (what: Text<'internal'>) =>
    sayBack(trip, { id, via, address: from, personId, what, customerId: page?.customerId ?? null });
  if (!page && ringing.length === 0)
    return say(await answerForDrill(trip, { personId, via, reply }));
  if (!page) return say(whichText(ringing));
  if (meant.length > 1) return say(whichText(meant));
  if (reply.kind === 'unclear') return say(stillRingsText(page));
  const action = reply.kind === 'takes' ? 'page.acknowledge' : 'page.reassign';
  return say(await answerPage(trip, { ...page, action }));
}

interface Reply {
  readonly personId: string;
  readonly via: string;
  readonly reply: OutsideReply;
}

/** Where no page rings, a drill may. */
async function answerForDrill(
  trip: Trip,
  { personId, via, reply }: Reply,
): Promise<Text<'internal'>> {
  const drill = reply.kind === 'takes' ? await findRingingDrill(trip, personId) : null;
  if (!drill) return nothingRings;
  await acknowledgeDrill(trip, { ...drill, personId, via });
  return drillTaken;
}

interface SaidBack {
  readonly id: string;
  readonly via: string;
  readonly address: string;
  readonly personId: string;
  readonly customerId: RingingPage['customerId'] | null;
  readonly what: Text<'internal'>;
}

async function sayBack(
  trip: Trip,
  { id, via, address, personId, customerId, what }: SaidBack,
): Promise<void> {
  await sendMessage(trip, {
    key: `outside-reply:${id}`,
    lane: 'replies',
    to: { personId },
    via,
    address,
    card: internalCard('answer', customerId, { body: [what] }),
  });
}
