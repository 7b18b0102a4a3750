import type { Trip } from '../../shared/database.ts';
import { pendingFrom } from './pending-change.ts';

/** The audited changes that were made together with this one, itself included. */
export async function listTogether({ tx }: Pick<Trip, 'tx'>, auditId: string): Promise<string[]> {
  const audit = await tx.audit.findUnique({ where: { id: auditId } });
  if (!audit) return [];
  const rows = await tx.pendingChange.findMany({
    where: { actorId: audit.actorId ?? '', state: 'applied' },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  const together = rows
    .map(row => pendingFrom(row.change).auditIds)
    .find(ids => ids.includes(auditId));
  return together ?? [auditId];
}
