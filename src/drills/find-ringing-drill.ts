import type { Trip } from '../shared/database.ts';

/** A drill that has called somebody and waits for them. */
export interface RingingDrill {
  readonly drillId: string;
  readonly customerId: string;
}

/** The newest drill this person was called for and has not answered; null when none rings. */
export async function findRingingDrill(
  { tx }: Trip,
  personId: string,
): Promise<RingingDrill | null> {
  const calls = await tx.drillCall.findMany({
    where: { personId, calledAt: { not: null }, drill: { state: 'running' } },
    include: { drill: { select: { customerId: true } } },
    orderBy: { calledAt: 'desc' },
  });
  const answered = new Set(
    calls.filter(({ answeredAt }) => answeredAt).map(({ drillId }) => drillId),
  );
  const call = calls.find(({ drillId }) => !answered.has(drillId));
  return call ? { drillId: call.drillId, customerId: call.drill.customerId } : null;
}
