import type { Trip, Tx } from '../../../shared/database.ts';
import { earliest, isBefore } from '../../../shared/time.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { listMilestones } from '../../../transitions/list-milestones.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import { moveMilestone } from '../../../transitions/move-milestone.ts';
import { isCrewOn } from '../room/crew-setting.ts';
import { nextDeeds, nextWorkAt } from './crew.ts';

/** Reports what the practice crew has done by now, as its customer reads it. Returns whether there was anything. */
export async function reportWork(trip: Trip): Promise<boolean> {
  const { tx, now } = trip;
  if (!(await isCrewOn(tx))) return false;
  let isNews = false;
  for (const milestones of await listPlans(tx)) {
    const due = nextDeeds(milestones).filter(({ at }) => !isBefore(now, at));
    for (const { milestoneId, to } of due) {
      await moveMilestone(trip, { milestoneId, to, byId: null });
      isNews = true;
    }
    const [first] = milestones;
    if (due.length > 0 && first) await notifyAskers(trip, first.customerId);
  }
  return isNews;
}

/** When the crew reports next, or null while it is off or has nothing left. */
export async function findNextWork(tx: Tx): Promise<Date | null> {
  if (!(await isCrewOn(tx))) return null;
  return earliest((await listPlans(tx)).map(nextWorkAt));
}

/** The steps of every transition that is not over, one list for each. */
async function listPlans(tx: Tx): Promise<Milestone[][]> {
  const open = await tx.transition.findMany({
    where: { phase: { not: 'graduated' } },
    select: { id: true },
  });
  const milestones = await listMilestones(
    tx,
    open.map(({ id }) => id),
  );
  return open.map(({ id }) => milestones.filter(({ transitionId }) => transitionId === id));
}
