import type { Tx } from '../shared/database.ts';
import { isRunning, type Milestone } from './milestone.ts';

/** What is still open for this customer and speaks against stepping back, each as a sentence for the manager. */
export async function listOpenMatters(
  tx: Tx,
  customerId: string,
  milestones: readonly Milestone[],
): Promise<string[]> {
  const pages = await tx.page.count({ where: { customerId, resolvedAt: null } });
  const promises = await tx.vendorPromise.findMany({
    where: { customerId, state: { in: ['open', 'missed'] } },
    orderBy: { promisedFor: 'asc' },
    take: 3,
  });
  return [
    ...(pages > 0 ? ['A page is open.'] : []),
    ...promises.map(promise => `A promise is open: "${promise.text}".`),
    ...milestones.filter(isRunning).map(({ name }) => `"${name}" is not finished.`),
    ...milestones
      .filter(({ state }) => state === 'rolled-back')
      .map(({ name }) => `"${name}" was rolled back and has no new plan.`),
  ];
}
