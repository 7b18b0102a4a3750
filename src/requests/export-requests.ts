import type { Trip } from '../shared/database.ts';
import type { ServiceRequest } from './service-request.ts';
import { requestFrom } from './stored-request.ts';

export interface ExportWish {
  /** Left out = of every customer. */
  readonly customerId?: string | undefined;
  /** "2026-03"; left out = of every month. */
  readonly month?: string | undefined;
}

export interface Exported {
  /** null when there was nothing to hand over. */
  readonly exportId: string | null;
  readonly requests: readonly ServiceRequest[];
}

/**
 * Hands over what is approved and was not handed over before: each line once, in the one transaction that marks it. What
 * was in an export can be read again by its id, so a file that was lost on its way is no line lost.
 */
export async function exportRequests(trip: Trip, wish: ExportWish): Promise<Exported> {
  const { tx, now, random } = trip;
  const { customerId, month } = wish;
  const where = {
    state: 'approved',
    exportId: null,
    decidedById: { not: null },
    decidedAt: { not: null },
    ...(customerId !== undefined && { customerId }),
    ...(month !== undefined && { month }),
  };
  const exportId = random.id();
  // The update takes the rows' locks: of two exports at once the second one finds none left.
  const { count } = await tx.serviceRequest.updateMany({ where, data: { exportId } });
  if (count === 0) return { exportId: null, requests: [] };
  await tx.billingExport.create({
    data: { id: exportId, customerId: customerId ?? null, month: month ?? null, at: now, count },
  });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      action: 'request.export',
      customerId: customerId ?? null,
      subject: exportId,
      after: { count },
    },
  });
  const rows = await tx.serviceRequest.findMany({
    where: { exportId },
    orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
  });
  return { exportId, requests: rows.map(requestFrom) };
}
