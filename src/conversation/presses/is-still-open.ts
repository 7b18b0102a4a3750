import type { ActionId } from '../../delivery/card.ts';
import { unresolved } from '../../paging/page/page-state.ts';
import type { Tx } from '../../shared/database.ts';
import { unreachable } from '../../shared/errors.ts';
import { settlementFrom } from '../places/settlement.ts';

/** Does what this button asks still wait for an answer? */
export async function isStillOpen(tx: Tx, action: ActionId, id: string): Promise<boolean> {
  switch (action) {
    case 'check-in.good':
    case 'check-in.fine':
    case 'check-in.worried':
      return (
        (await tx.checkIn.count({
          where: { id, answer: null, state: { not: 'skipped' } },
        })) > 0
      );
    case 'page.acknowledge':
      return (await tx.page.count({ where: { id, state: 'open' } })) > 0;
    case 'page.reassign':
    case 'page.update':
    case 'page.resolve':
      return (await tx.page.count({ where: { id, ...unresolved } })) > 0;
    case 'page.confirm':
    case 'page.reopen':
      return (await tx.page.count({ where: { id, state: 'resolved', confirmed: null } })) > 0;
    case 'cadence.keep':
    case 'cadence.accept':
      return (await tx.transition.count({ where: { id, phase: { not: 'graduated' } } })) > 0;
    case 'graduation.accept':
    case 'graduation.decline':
      return (
        (await tx.transition.count({
          where: { id, phase: { not: 'graduated' }, proposedAt: { not: null } },
        })) > 0
      );
    case 'change.apply':
    case 'change.cancel':
      return (await tx.pendingChange.count({ where: { id, state: 'waiting' } })) > 0;
    case 'change.undo':
      return (await tx.audit.count({ where: { id, undoneAt: null } })) > 0;
    case 'note.publish':
      return (
        (await tx.event.count({ where: { id, visibility: 'internal', publishedAs: null } })) > 0
      );
    case 'task.close':
      return (await tx.task.count({ where: { id, state: 'open' } })) > 0;
    case 'place.settle': {
      const place = { id: settlementFrom(id)?.placeId ?? '' };
      return (await tx.place.count({ where: { ...place, parkedReason: { not: null } } })) > 0;
    }
    case 'page.raise':
    case 'page.decline':
    case 'choice.pick':
      return false;
    default:
      return unreachable(action);
  }
}
