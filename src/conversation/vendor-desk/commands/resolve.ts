import { internal } from '../../../delivery/audience.ts';
import { resolvePage } from '../../../paging/resolve-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forPage } from './for-page.ts';

/** `resolve note`: it is over, and the customer reads the note; `resolve internal: note` keeps it with us. */
export async function resolve(trip: Trip, command: Command): Promise<Reply[]> {
  return forPage(trip, command, async ({ pageId, customerId, customerName, rest }) => {
    const kept = /^internal\s*:\s*/i.exec(rest);
    const outcome = await resolvePage(trip, {
      pageId,
      personId: command.actor.id,
      note: kept ? rest.slice(kept[0].length) : rest,
      audience: kept ? 'internal' : 'shared',
    });
    if (outcome === 'already') return [note(customerId, internal`That page is resolved already.`)];
    await notifyAskers(trip, customerId);
    return [
      note(customerId, internal`Resolved. If ${customerName} says it is not over, it opens again.`),
    ];
  });
}
