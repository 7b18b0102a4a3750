import { z } from 'zod';
import { mapping } from '../../../setup/shape.ts';
import { instant, oneOf } from '../../../setup/values.ts';
import type { Trip, Tx } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { milestoneStates } from '../../../transitions/milestone.ts';
import { moveMilestone } from '../../../transitions/move-milestone.ts';
import { slipMilestone } from '../../../transitions/slip-milestone.ts';
import { HttpProblem } from '../problem.ts';
import { moment, personField, plainText } from './fields.ts';
import { getActor } from './get-actor.ts';
import { operation, param, refused } from './operation.ts';

const step = mapping({
  id: z.string(),
  name: z.string(),
  state: oneOf(milestoneStates),
  from: moment,
  until: moment,
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
});

const body = mapping({
  to: oneOf(milestoneStates),
  at: instant.optional(),
  reason: plainText(500).optional(),
  until: instant.optional(),
  by: personField.optional(),
});

/** `POST …/milestones/:id/move`: what became of a step of the plan; the customer reads it. */
export const moveStep = operation({
  id: 'moveMilestone',
  method: 'post',
  path: '/customers/{customerId}/transitions/{transitionId}/milestones/{milestoneId}/move',
  summary:
    'What became of a step of the plan; late with its new time in until. The customer reads it, so the token must be allowed to publish.',
  may: 'milestones',
  body,
  answers: {
    200: { description: 'The step as it is now', schema: step },
    409: { description: 'It cannot become that from where it is' },
  },
  async handle(trip, call) {
    const customerId = param(call, 'customerId');
    const ids = [customerId, param(call, 'transitionId'), param(call, 'milestoneId')];
    if (!call.bearer.mayPublish)
      throw new HttpProblem(
        [403, 'may-not-publish'],
        'The customer reads what becomes of a step, and this token may not publish to them.',
      );
    const milestoneId = ids.join('/');
    const known = await trip.tx.milestone.findUnique({ where: { id: milestoneId } });
    if (!known) throw new HttpProblem([404, 'no-milestone'], 'This transition has no such step.');
    const { by } = call.body;
    const actor =
      by === undefined ? null : await getActor(trip.tx, by, { doing: 'milestone', customerId });
    await change(trip, call.body, { milestoneId, byId: actor?.id ?? null });
    await notifyAskers(trip, customerId);
    return { status: 200, isNews: true, body: await shown(trip.tx, milestoneId) };
  },
});

interface Which {
  readonly milestoneId: string;
  readonly byId: string | null;
}

/** Moves the step, or its time where one is said. */
async function change(trip: Trip, wish: z.output<typeof body>, which: Which): Promise<void> {
  const { to, at, reason, until } = wish;
  if (until !== undefined) return slip(trip, wish, which);
  const moved = await moveMilestone(trip, {
    ...which,
    to,
    reason: reason ?? null,
    ...(at && { at }),
  });
  if (moved.outcome !== 'refused') return;
  throw new HttpProblem(
    [409, 'not-from-here'],
    `It is ${moved.from}; from there it can become ${moved.possible.join(', ')}.`,
  );
}

async function slip(
  trip: Trip,
  { to, reason, until }: z.output<typeof body>,
  which: Which,
): Promise<void> {
  if (to !== 'late' || until === undefined)
    throw refused(
      [422, 'invalid-body'],
      [
        {
          field: 'until',
          detail: 'is the new time of a step that is late; leave it out otherwise',
        },
      ],
    );
  const { outcome } = await slipMilestone(trip, { ...which, reason: reason ?? null, to: until });
  if (outcome === 'over')
    throw new HttpProblem([409, 'over'], 'It is over, and there is nothing left to move.');
  if (outcome === 'earlier')
    throw new HttpProblem([409, 'not-later'], 'This time is not later than the one it has.');
}

async function shown(tx: Tx, id: string): Promise<object> {
  const row = await tx.milestone.findUniqueOrThrow({ where: { id } });
  return {
    id: row.key,
    name: row.name,
    state: row.state,
    from: (row.slippedFrom ?? row.plannedFrom).toISOString(),
    until: (row.slippedUntil ?? row.plannedUntil).toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
