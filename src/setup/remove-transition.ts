import type { Trip } from '../shared/database.ts';
import type { Removed } from './removed.ts';

/** Takes a transition that has not begun out of the plan, with its steps and its cadence; its facts stay. */
export async function removeTransition({ tx }: Trip, id: string): Promise<Removed> {
  const transition = await tx.transition.findUnique({
    where: { id },
    include: { milestones: { select: { id: true, state: true } } },
  });
  if (!transition) return { outcome: 'unknown' };
  const isUntouched = transition.milestones.every(({ state }) => state === 'planned');
  if (transition.phase !== 'preparing' || !isUntouched)
    return {
      outcome: 'needed',
      why: 'It has begun, and what was done stays known. Cancel its steps, or let it graduate.',
    };
  const open = await tx.page.count({ where: { transitionId: id, resolvedAt: null } });
  if (open > 0) return { outcome: 'needed', why: 'A page about it is open. Resolve that first.' };
  const milestoneId = { in: transition.milestones.map(step => step.id) };
  await tx.notice.deleteMany({ where: { milestoneId } });
  await tx.checkIn.deleteMany({ where: { transitionId: id } });
  await tx.cadence.deleteMany({ where: { transitionId: id } });
  await tx.assessment.deleteMany({ where: { transitionId: id } });
  await tx.transition.delete({ where: { id } });
  return { outcome: 'removed' };
}
