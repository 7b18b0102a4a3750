import { getCustomer } from '../../customers/find-customer.ts';
import { internal } from '../../delivery/audience.ts';
import { acknowledgePage } from '../../paging/acknowledge-page.ts';
import { resolvePage } from '../../paging/resolve-page.ts';
import type { Trip } from '../../shared/database.ts';
import { handBack } from '../partner-desk/hand-back.ts';
import { takePage } from '../partner-desk/take-page.ts';
import { note, type Reply } from '../replies/reply.ts';
import { answerDrill } from '../vendor-desk/answer-drill.ts';
import { askWho } from '../vendor-desk/commands/ask-who.ts';
import { loadTaken } from '../vendor-desk/commands/load-taken.ts';
import { resolvedNote } from '../vendor-desk/commands/resolve.ts';
import { takenNote } from '../vendor-desk/commands/taken-note.ts';
import { reassignToNext } from '../vendor-desk/reassign-to-next.ts';
import type { CheckedPress } from './checked-press.ts';

/** The buttons of whoever was called: I have it, pass on, update, resolved. */
export async function handlePage(trip: Trip, allowed: CheckedPress): Promise<Reply[]> {
  const { turn, action, subject: pageId, customerId } = allowed;
  const { actor } = turn;
  if (!actor) return [];
  if (actor.side === 'partner')
    return action === 'page.acknowledge'
      ? takePage(trip, actor, { pageId, customerId })
      : handBack(trip, { turn, partner: actor, said: '', pageId });
  const page = await trip.tx.page.findUnique({ where: { id: pageId } });
  if (!page) return [await answerDrill(trip, { drillId: pageId, customerId }, actor.id)];
  if (page.state === 'resolved' && action !== 'page.acknowledge') {
    return [note(customerId, internal`That page is resolved already.`)];
  }
  const { name: customerName } = await getCustomer(trip.tx, customerId);
  switch (action) {
    case 'page.acknowledge': {
      const outcome = await acknowledgePage(trip, { pageId, personId: actor.id });
      return [takenNote(await loadTaken(trip, { pageId, customerId, customerName, outcome }))];
    }
    case 'page.reassign': {
      if (page.state === 'open' || page.ownerId === actor.id)
        return [await reassignToNext(trip, { pageId, customerId, byId: actor.id })];
      const command = { name: 'reassign', turn, actor, said: '' } as const;
      return [
        await askWho(trip, command, {
          match: { kind: 'none' },
          customerId,
          commandWords: 'reassign',
        }),
      ];
    }
    case 'page.resolve':
      await resolvePage(trip, { pageId, personId: actor.id, note: '' });
      return [resolvedNote({ pageId, customerId, customerName, isKept: false })];
    default:
      return [
        note(
          customerId,
          internal`Type "update" and one line; "update shared: …" is for ${customerName} as well.`,
        ),
      ];
  }
}
