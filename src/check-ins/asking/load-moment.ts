import { badDayAt } from '../../confidence/outlook.ts';
import type { Trip } from '../../shared/database.ts';
import { day, since } from '../../shared/time.ts';
import { listMilestones } from '../../transitions/list-milestones.ts';
import type { Scene } from '../cadence/scene.ts';
import type { AskMoment, Matter } from './questions.ts';

/** Loads what the next question can refer to; `matter` is what of its reader's it comes back to. */
export async function loadMoment(
  { tx, now }: Trip,
  scene: Scene,
  matter: Matter | null,
): Promise<AskMoment> {
  const { cadence, transition, outlook } = scene;
  const { lastAskedAt } = cadence;
  const milestones = await listMilestones(tx, [transition.id]);
  const sinceLastAsked = lastAskedAt ?? transition.phaseSince;
  const ended = milestones.filter(({ endedAt }) => endedAt !== null && endedAt > sinceLastAsked);
  const planned = milestones.find(({ state }) => state === 'planned');
  return {
    phase: transition.phase,
    kind: transition.kind,
    transitionName: transition.name,
    windowFrom: transition.windowFrom,
    seq: cadence.nextSeq,
    matter,
    finished: ended.at(-1) ?? null,
    underway:
      milestones.find(({ startedAt, endedAt }) => startedAt !== null && endedAt === null) ?? null,
    // A step whose time has come and that nobody reported stands before all that follow it.
    next: planned && planned.plannedFrom > now ? planned : null,
    badDay: badDayAt(outlook, now)?.name ?? null,
    daysSinceAsked: lastAskedAt ? Math.round(since(lastAskedAt, now) / day) : null,
  };
}
