import { plainSpans } from '../../delivery/plain-text.ts';
import { findDrillCall } from '../../drills/find-drill-call.ts';
import { pageFrom } from '../../paging/page/page.ts';
import { loadPageView } from '../../paging/show/load-page-view.ts';
import { calledNow, nameIn } from '../../paging/show/page-view.ts';
import { codeKey } from '../../reach/send-codes.ts';
import type { Trip } from '../../shared/database.ts';
import { findAnsweredCall } from './find-answered-call.ts';
import { drillTaken, passedOnText, takenText } from './outside-words.ts';

/** What a voice says in a call, as the page stands now. */
export interface CallScript {
  readonly lines: readonly string[];
  /** It waits for a key. */
  readonly asks: boolean;
}

/** What is said in the call that brings a code; null when the message is none. */
async function loadCodeScript({ tx }: Trip, messageId: string): Promise<CallScript | null> {
  const message = await tx.message.findUnique({ where: { id: messageId } });
  if (!message?.key.startsWith(codeKey)) return null;
  return { lines: message.text.split('\n'), asks: false };
}

/** What is said in the call of a drill, or of a code; null when the message is neither. */
async function loadDrillScript(trip: Trip, messageId: string): Promise<CallScript | null> {
  const call = await findDrillCall(trip, messageId);
  if (!call) return loadCodeScript(trip, messageId);
  if (call.answeredAt) {
    return { lines: [plainSpans(drillTaken, { timeZone: 'UTC', now: trip.now })], asks: false };
  }
  const { text } = await trip.tx.message.findUniqueOrThrow({ where: { id: messageId } });
  return { lines: text.split('\n'), asks: true };
}

/** What is said in the call of this message; null when it is no page, no drill and no code. */
export async function loadCallScript(trip: Trip, messageId: string): Promise<CallScript | null> {
  const { tx, now } = trip;
  const call = await findAnsweredCall(trip, messageId);
  if (!call) return loadDrillScript(trip, messageId);
  const { pageId, personId, customerName } = call;
  const page = pageFrom(await tx.page.findUniqueOrThrow({ where: { id: pageId } }));
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
  const says = (text: ReturnType<typeof takenText>): CallScript => ({
    lines: [plainSpans(text, { timeZone: 'UTC', now })],
    asks: false,
  });
  if (page.state === 'resolved') return says(takenText('resolved', customerName));
  if (page.ownerId === personId) return says(takenText('acknowledged', customerName));
  if (page.state === 'acknowledged') return says(takenText('already', customerName));
  const isAsked = await tx.pageCall.count({
    where: { pageId, personId, state: { in: ['called', 'planned', 'unheard'] } },
  });
  if (isAsked > 0) return { lines: message.text.split('\n'), asks: true };
  const view = await loadPageView(trip, page);
  const others = calledNow(view).filter(id => id !== personId);
  const names = others.map(id => nameIn(view, id));
  return says(passedOnText('reassigned', customerName, names));
}
