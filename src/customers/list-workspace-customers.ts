import type { Tx } from '../shared/database.ts';
import type { Workspace } from './record-own-workspace.ts';

/**
 * The customers a workspace outside the vendor may be of: those whose listed people are in it, and those in
 * whose places a vendor person has settled that it reads. None when one of our own people is in it: then it
 * is nobody's alone.
 */
export async function listWorkspaceCustomers(
  tx: Tx,
  { platform, workspace }: Workspace,
): Promise<string[]> {
  const within = { identities: { some: { platform, workspace } } };
  const ours = await tx.person.count({ where: { ...within, side: 'vendor' } });
  if (ours > 0) return [];
  const people = await tx.person.findMany({
    where: { ...within, side: 'customer', customerId: { not: null } },
    select: { customerId: true },
    distinct: ['customerId'],
  });
  const places = await tx.place.findMany({
    where: {
      settled: { has: workspace },
      identities: { some: { platform } },
      customerId: { not: null },
    },
    select: { customerId: true },
    distinct: ['customerId'],
  });
  return [...new Set([...people, ...places].flatMap(({ customerId }) => customerId ?? []))];
}
