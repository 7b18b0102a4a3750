import type { Tx } from '../shared/database.ts';
import { isRunning, lateKey, type Milestone } from './milestone.ts';

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
  const running = await listReported(tx, milestones.filter(isRunning));
  return [
    ...(pages > 0 ? ['A page is open.'] : []),
    ...promises.map(promise => `A promise is open: "${promise.text}".`),
    ...running.map(({ name }) => `"${name}" is not finished.`),
    ...milestones
      .filter(({ state }) => state === 'rolled-back')
      .map(({ name }) => `"${name}" was rolled back and has no new plan.`),
  ];
}

/** The steps of which somebody has said anything: that they have begun, or that they are late. The others are unknown, not open. */
async function listReported(tx: Tx, running: readonly Milestone[]): Promise<Milestone[]> {
  const unbegun = running.filter(({ startedAt }) => startedAt === null);
  if (unbegun.length === 0) return [...running];
  const told = await tx.evidence.findMany({
    where: { key: { in: unbegun.map(lateKey) }, kind: 'late-milestone' },
    select: { key: true },
  });
  const keys = new Set(told.map(({ key }) => key));
  return running.filter(one => one.startedAt !== null || keys.has(lateKey(one)));
}
