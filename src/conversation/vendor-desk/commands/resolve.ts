import { internal } from '../../../delivery/audience.ts';
import { internalCard } from '../../../delivery/card.ts';
import { resolvePage } from '../../../paging/resolve-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';

const marked = /^(shared|customer|public|internal)\s*:\s*/i;

/** `resolve note`: it is over, and the note is ours; `resolve shared: note` tells the customer too. */
export async function resolve(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async ({ pageId, customerId, customerName, rest }) => {
    const mark = marked.exec(rest);
    const isOpen = mark !== null && mark[1]?.toLowerCase() !== 'internal';
    const said = rest.slice(mark?.[0].length ?? 0);
    const { outcome, isTold } = await resolvePage(trip, {
      pageId,
      personId: command.actor.id,
      note: said,
      audience: isOpen ? 'shared' : 'internal',
    });
    if (outcome === 'already') return [note(customerId, internal`That page is resolved already.`)];
    await notifyAskers(trip, customerId);
    return [
      resolvedNote({ pageId, customerId, customerName, isKept: said.trim() !== '' && !isTold }),
    ];
  });
}

/** What to say to whoever resolved a page: what the customer reads of it, and how they can read the note as well. */
export function resolvedNote(resolved: {
  pageId: string;
  customerId: string;
  customerName: string;
  isKept: boolean;
}): Reply {
  const { pageId, customerId, customerName, isKept } = resolved;
  const done = internal`Resolved. If ${customerName} says it is not over, it opens again.`;
  if (!isKept) return note(customerId, done);
  const body = [internal`${done} Your note is for us alone.`];
  const actions = [
    { id: 'page.share', label: `Tell ${customerName} too`, subject: pageId } as const,
  ];
  return { card: internalCard('answer', customerId, { body, actions }) };
}
