import type { ActionId } from '../../delivery/card.ts';
import { listPagedIds } from '../../paging/page/find-pages.ts';
import type { Tx } from '../../shared/database.ts';
import { unreachable } from '../../shared/errors.ts';
import { listTogether } from '../changes/list-together.ts';
import { pendingFrom } from '../changes/pending-change.ts';
import { settlementFrom } from '../places/settlement.ts';

/** What a button is about, from our own rows: never from what was pressed. */
export interface Subject {
  /** More than one only for a change to many customers. */
  readonly customerIds: readonly string[];
  readonly pagedIds: readonly string[];
  /** Who asked for the change that this button settles. */
  readonly askerId: string | null;
}

/** The rows behind a button's subject, or null when there is no such thing. */
export async function findSubject(tx: Tx, action: ActionId, id: string): Promise<Subject | null> {
  switch (action) {
    case 'check-in.good':
    case 'check-in.fine':
    case 'check-in.worried':
      return ofCustomer(await tx.checkIn.findUnique({ where: { id } }));
    case 'page.raise':
    case 'page.decline': {
      const customer = await tx.customer.findUnique({ where: { id } });
      return customer && ofCustomer({ customerId: customer.id });
    }
    case 'page.acknowledge':
    case 'page.reassign':
    case 'page.update':
    case 'page.resolve':
    case 'page.confirm':
    case 'page.reopen': {
      const page = ofCustomer(await tx.page.findUnique({ where: { id } }));
      return page && { ...page, pagedIds: await listPagedIds(tx, id) };
    }
    case 'cadence.keep':
    case 'cadence.accept':
    case 'graduation.accept':
    case 'graduation.decline':
      return ofCustomer(await tx.transition.findUnique({ where: { id } }));
    case 'change.apply':
    case 'change.cancel':
      return ofPending(tx, id);
    case 'change.undo':
      return ofAudit(tx, id);
    case 'note.publish':
      return ofCustomer(await tx.event.findUnique({ where: { id } }));
    case 'task.close':
      return ofCustomer(await tx.task.findUnique({ where: { id } }));
    case 'place.settle':
      return ofPlace(tx, id);
    case 'choice.pick':
      return null;
    default:
      return unreachable(action);
  }
}

function ofCustomer(row: { customerId: string } | null): Subject | null {
  return row && { customerIds: [row.customerId], pagedIds: [], askerId: null };
}

/** A place to be settled is about the customer it would become, and the one it was, if any. */
async function ofPlace(tx: Tx, id: string): Promise<Subject | null> {
  const settlement = settlementFrom(id);
  const place = settlement && (await tx.place.findUnique({ where: { id: settlement.placeId } }));
  if (!settlement || !place) return null;
  return ofCustomer({ customerId: settlement.customerId });
}

async function ofPending(tx: Tx, id: string): Promise<Subject | null> {
  const row = await tx.pendingChange.findUnique({ where: { id } });
  if (!row) return null;
  const customerIds = [...new Set(pendingFrom(row.change).items.map(item => item.customerId))];
  return { customerIds, pagedIds: [], askerId: row.actorId };
}

/** A change made for many is taken back for all of them, so the right is needed for each. */
async function ofAudit(tx: Tx, id: string): Promise<Subject | null> {
  const ids = await listTogether({ tx }, id);
  const audits = await tx.audit.findMany({ where: { id: { in: ids } } });
  const customerIds = [...new Set(audits.flatMap(audit => audit.customerId ?? []))];
  const askerId = audits[0]?.actorId ?? null;
  return customerIds.length > 0 ? { customerIds, pagedIds: [], askerId } : null;
}
