import { z } from 'zod';
import { mapping } from '../../../setup/shape.ts';
import { instant, oneOf } from '../../../setup/values.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { milestoneStates } from '../../../transitions/milestone.ts';
import { moveMilestone } from '../../../transitions/move-milestone.ts';
import { HttpProblem } from '../problem.ts';
import { moment, personField } from './fields.ts';
import { getActor } from './get-actor.ts';
import { operation, param } from './operation.ts';

const step = mapping({
  id: z.string(),
  name: z.string(),
  state: oneOf(milestoneStates),
  from: moment,
  until: moment,
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
});

/** `POST …/milestones/:id/move`: what became of a step of the plan; the customer reads it. */
export const moveStep = operation({
  id: 'moveMilestone',
  method: 'post',
  path: '/customers/{customerId}/transitions/{transitionId}/milestones/{milestoneId}/move',
  summary:
    'What became of a step of the plan. The customer reads it, so the token must be allowed to publish.',
  may: 'milestones',
  body: mapping({
    to: oneOf(milestoneStates),
    at: instant.optional(),
    by: personField.optional(),
  }),
  answers: {
    200: { description: 'The step as it is now', schema: step },
    409: { description: 'It cannot become that from where it is' },
  },
  async handle(trip, call) {
    const { to, at, by } = call.body;
    const { tx } = trip;
    const customerId = param(call, 'customerId');
    if (!call.bearer.mayPublish)
      throw new HttpProblem(
        [403, 'may-not-publish'],
        'The customer reads what becomes of a step, and this token may not publish to them.',
      );
    const milestoneId = [customerId, param(call, 'transitionId'), param(call, 'milestoneId')].join(
      '/',
    );
    const known = await tx.milestone.findUnique({ where: { id: milestoneId } });
    if (!known) throw new HttpProblem([404, 'no-milestone'], 'This transition has no such step.');
    const actor =
      by === undefined ? null : await getActor(tx, by, { doing: 'milestone', customerId });
    const asked = { milestoneId, to, byId: actor?.id ?? null };
    const moved = await moveMilestone(trip, at ? { ...asked, at } : asked);
    if (moved.outcome === 'refused')
      throw new HttpProblem(
        [409, 'not-from-here'],
        `It is ${moved.from}; from there it can become ${moved.possible.join(', ')}.`,
      );
    if (moved.outcome === 'moved') await notifyAskers(trip, customerId);
    const row = await tx.milestone.findUniqueOrThrow({ where: { id: milestoneId } });
    return {
      status: 200,
      isNews: true,
      body: {
        id: row.key,
        name: row.name,
        state: row.state,
        from: row.plannedFrom.toISOString(),
        until: row.plannedUntil.toISOString(),
        startedAt: row.startedAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
      },
    };
  },
});
