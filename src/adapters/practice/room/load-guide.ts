import type { Trip } from '../../../shared/database.ts';
import type { Lived } from './guide.ts';

/** What has happened in this customer's practice so far, for the ticks of the guide. */
export async function loadLived(
  { tx }: Pick<Trip, 'tx'>,
  customerId: string,
  managerId: string | null,
): Promise<Lived> {
  const asked = await tx.message.count({ where: { customerId, name: 'situation' } });
  const worried = await tx.checkIn.count({ where: { customerId, answer: 'worried' } });
  const acknowledged = await tx.page.count({
    where: { customerId, acknowledgedAt: { not: null } },
  });
  const slipped = await tx.event.count({
    where: { customerId, kind: 'milestone.late', authorId: { not: null } },
  });
  const cadence = await tx.audit.count({
    where: { customerId, actorId: managerId ?? '', action: { startsWith: 'cadence' } },
  });
  const answered = await tx.checkIn.count({ where: { customerId, answer: { not: null } } });
  const thanked = await tx.event.count({
    where: { customerId, kind: { in: ['graduation.proposed', 'graduation.accepted'] } },
  });
  return {
    asked: asked > 0,
    worried: worried > 0,
    acknowledged: acknowledged > 0,
    slipped: slipped > 0,
    cadence: cadence > 0,
    answered,
    thanked: thanked > 0,
  };
}
