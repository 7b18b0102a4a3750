import { z } from 'zod';
import type { Text } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { readableCard } from '../../delivery/find-readable-card.ts';
import { plainText } from '../../delivery/plain-text.ts';
import { findDrillCall } from '../../drills/find-drill-call.ts';
import { pageFrom } from '../../paging/page/page.ts';
import { loadPageView } from '../../paging/show/load-page-view.ts';
import { calledNow, nameIn } from '../../paging/show/page-view.ts';
import { codeKey } from '../../reach/send-codes.ts';
import type { Trip } from '../../shared/database.ts';
import { findAnsweredCall } from './find-answered-call.ts';
import { drillTaken, passedOnText, takenText } from './outside-words.ts';

const languageColumn = z.object({ language: z.string().optional() });

/** What a voice says in a call, as the page stands now. */
export interface CallScript {
  readonly lines: readonly string[];
  /** It waits for a key. */
  readonly asks: boolean;
  /** What it is said in; null for English. */
  readonly language: string | null;
}

/** One text of ours, in the language of the message that it follows. */
function scriptOf(
  text: Text<'internal'>,
  { language }: { readonly language: string | null },
  now: Date,
): CallScript {
  const card = readableCard(internalCard('answer', null, { body: [text] }), language);
  return {
    lines: [plainText(card, { timeZone: 'UTC', now })],
    asks: false,
    language: card.language ?? null,
  };
}

/** What is said in the call that brings a code; null when the message is none. */
async function loadCodeScript({ tx }: Trip, messageId: string): Promise<CallScript | null> {
  const message = await tx.message.findUnique({ where: { id: messageId } });
  if (!message?.key.startsWith(codeKey)) return null;
  return { lines: message.text.split('\n'), asks: false, language: languageOf(message) };
}

/** What is said in the call of a drill, or of a code; null when the message is neither. */
async function loadDrillScript(trip: Trip, messageId: string): Promise<CallScript | null> {
  const call = await findDrillCall(trip, messageId);
  if (!call) return loadCodeScript(trip, messageId);
  const message = await trip.tx.message.findUniqueOrThrow({ where: { id: messageId } });
  if (call.answeredAt) return scriptOf(drillTaken, message, trip.now);
  return { lines: message.text.split('\n'), asks: true, language: languageOf(message) };
}

/** What is said in the call of this message; null when it is no page, no drill and no code. */
export async function loadCallScript(trip: Trip, messageId: string): Promise<CallScript | null> {
  const { tx, now } = trip;
  const call = await findAnsweredCall(trip, messageId);
  if (!call) return loadDrillScript(trip, messageId);
  const { pageId, personId, customerName } = call;
  const page = pageFrom(await tx.page.findUniqueOrThrow({ where: { id: pageId } }));
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
  const says = (text: Text<'internal'>) => scriptOf(text, message, now);
  if (page.state === 'resolved') return says(takenText('resolved', customerName));
  if (page.ownerId === personId) return says(takenText('acknowledged', customerName));
  if (page.state === 'acknowledged') return says(takenText('already', customerName));
  const isAsked = await tx.pageCall.count({
    where: { pageId, personId, state: { in: ['called', 'planned', 'unheard'] } },
  });
  if (isAsked > 0)
    return { lines: message.text.split('\n'), asks: true, language: languageOf(message) };
  const view = await loadPageView(trip, page);
  const others = calledNow(view).filter(id => id !== personId);
  const names = others.map(id => nameIn(view, id));
  return says(passedOnText('reassigned', customerName, names));
}

/** What the text of a message really is in: one that has no words in its reader's language was said in English. */
function languageOf({ card }: { readonly card: unknown }): string | null {
  return languageColumn.parse(card).language ?? null;
}
