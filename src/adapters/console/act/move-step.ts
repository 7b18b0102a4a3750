import { z } from 'zod';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { findByKey } from '../../../transitions/find-by-key.ts';
import { milestoneStates } from '../../../transitions/milestone.ts';
import { moveMilestone } from '../../../transitions/move-milestone.ts';
import { slipMilestone } from '../../../transitions/slip-milestone.ts';
import { HttpProblem } from '../../api/problem.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

const wish = z.union([
  z.object({ until: z.iso.datetime(), reason: z.string().trim().max(500) }),
  z.object({ state: z.enum(milestoneStates) }),
]);

/** Says what became of a step of this customer's plan, or gives it a new time; the customer reads it, as from `milestone` in chat. */
export async function moveStep({ ports, session, params, body }: Doing): Promise<string> {
  const asked = readForm(wish, body);
  const { customerId = '', key = '', step = '' } = params;
  const byId = session.person.id;
  const outcome = await ports.database.trip(async trip => {
    const found = await findByKey(trip, customerId, key);
    const milestoneId = found?.milestones.find(one => one.key === step)?.id;
    if (!milestoneId) throw nothingHere();
    const moved =
      'state' in asked
        ? await moveMilestone(trip, { milestoneId, to: asked.state, byId })
        : await slipMilestone(trip, {
            milestoneId,
            byId,
            reason: asked.reason || null,
            to: new Date(asked.until),
          });
    await notifyAskers(trip, customerId);
    return moved.outcome;
  });
  if (outcome === 'refused' || outcome === 'over' || outcome === 'earlier')
    throw new HttpProblem([409, 'not-from-here'], refusals[outcome]);
  const plan = `/console/customers/${encodeURIComponent(customerId)}/transitions/${encodeURIComponent(key)}`;
  return doneAt(plan, 'state' in asked ? 'told' : 'moved');
}

const refusals = {
  refused: 'From where the step is now that is not possible.',
  over: 'The step is over or was taken back, so its time is not moved any more.',
  earlier: 'A step is moved to a later end than its plan has, and this one is not later.',
} as const;
