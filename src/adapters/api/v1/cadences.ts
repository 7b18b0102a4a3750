import { z } from 'zod';
import { type Cadence, rungs } from '../../../check-ins/cadence/cadence.ts';
import { loadScene } from '../../../check-ins/cadence/load-scene.ts';
import type { Scene } from '../../../check-ins/cadence/scene.ts';
import { boundsOf } from '../../../check-ins/cadence/step.ts';
import type { CadenceChange } from '../../../check-ins/changes/cadence-change.ts';
import { changeCadence } from '../../../check-ins/changes/change-cadence.ts';
import { mapping } from '../../../setup/shape.ts';
import { instant, oneOf } from '../../../setup/values.ts';
import type { Trip } from '../../../shared/database.ts';
import { HttpProblem } from '../problem.ts';
import { moment, personField, plainText } from './fields.ts';
import { getActor } from './get-actor.ts';
import { type Call, type Operation, operation, param, refused } from './operation.ts';

/** The manager's dial: how much unnoticed trouble one message saved is worth. */
const closenesses = { close: 0.2, normal: 0.5, light: 1.2 } as const;
const dials = ['close', 'normal', 'light'] as const;

const shape = mapping({
  transition: z.string(),
  phase: z.string(),
  rung: z.enum(rungs),
  between: mapping({ min: z.enum(rungs), max: z.enum(rungs) }),
  closeness: z.number(),
  pinned: z.boolean(),
  pausedUntil: moment.nullable(),
  stopped: z.boolean(),
  setBy: z.string().nullable(),
  why: z.string().nullable(),
  nextAt: moment.nullable(),
  nextReason: z.string(),
  confidence: z.number(),
  reasons: z.array(z.string()),
});

const list = mapping({ items: z.array(shape) });

function shown({ cadence, transition, assessment }: Scene): z.output<typeof shape> {
  const { rung, closeness, pinned, stopped, setBy, setWhy, dueAt, lastReason } = cadence;
  return {
    transition: transition.key,
    phase: transition.phase,
    rung,
    between: boundsOf(cadence, transition.phase),
    closeness,
    pinned,
    pausedUntil: cadence.pausedUntil?.toISOString() ?? null,
    stopped,
    setBy,
    why: setWhy,
    nextAt: dueAt?.toISOString() ?? null,
    nextReason: lastReason,
    confidence: assessment.confidence,
    reasons: [...assessment.reasons],
  };
}

/** The cadences of a customer whose transitions are not over, the window that opens first in front. */
async function listScenes(trip: Trip, customerId: string): Promise<Scene[]> {
  const rows = await trip.tx.cadence.findMany({
    where: { customerId },
    select: { transitionId: true },
    orderBy: { transitionId: 'asc' },
  });
  const scenes: Scene[] = [];
  for (const { transitionId } of rows) scenes.push(await loadScene(trip, transitionId));
  return scenes.filter(({ transition }) => transition.phase !== 'graduated');
}

const read = operation({
  id: 'readCadence',
  method: 'get',
  path: '/customers/{customerId}/cadence',
  summary: 'How often this customer is asked, within which bounds, and why.',
  may: 'read',
  answers: {
    200: { description: 'One cadence for each transition that is not over', schema: list },
  },
  async handle(trip, call) {
    return { status: 200, body: await shownAll(trip, call) };
  },
});

async function shownAll(trip: Trip, call: Call) {
  return { items: (await listScenes(trip, param(call, 'customerId'))).map(shown) };
}

const rungField = oneOf(rungs);
/** `PUT customers/:id/cadence`: how often a customer is asked. */
export const change = operation({
  id: 'changeCadence',
  method: 'put',
  path: '/customers/{customerId}/cadence',
  summary:
    'Set how often a customer is asked. What is left out stays; the change is written down and can be undone.',
  may: 'cadence',
  body: mapping({
    transition: plainText(64).optional(),
    rung: rungField.optional(),
    between: mapping({ min: rungField.nullable(), max: rungField.nullable() }).optional(),
    closeness: oneOf(dials).optional(),
    pinned: z.boolean().optional(),
    pausedUntil: instant.nullable().optional(),
    why: plainText(500).optional(),
    by: personField.optional(),
  }),
  answers: {
    200: { description: 'The cadences as they are now', schema: list },
    409: { description: 'The customer has no such transition that is not over' },
  },
  async handle(trip, call) {
    const customerId = param(call, 'customerId');
    const { transition, why = '', by, ...wish } = call.body;
    const scenes = await listScenes(trip, customerId);
    const wanted = scenes.filter(
      one => transition === undefined || one.transition.key === transition,
    );
    if (wanted.length === 0)
      throw new HttpProblem(
        [409, 'no-cadence'],
        'This customer has no such transition that is not over.',
      );
    const asked = changeOf(wish);
    if (Object.keys(asked).length === 0)
      throw refused(
        [422, 'invalid-body'],
        [
          {
            field: '(body)',
            detail: 'changes nothing; write rung, between, closeness, pinned or pausedUntil',
          },
        ],
      );
    const byId =
      by === undefined
        ? call.bearer.name
        : (await getActor(trip.tx, by, { doing: 'cadence', customerId })).id;
    for (const {
      transition: { id: transitionId },
    } of wanted)
      await changeCadence(trip, { transitionId, change: asked, byId, why });
    return { status: 200, body: await shownAll(trip, call), isNews: true };
  },
});

interface Wish extends Pick<CadenceChange, 'rung' | 'pinned' | 'pausedUntil'> {
  readonly between?: { readonly min: Cadence['boundMin']; readonly max: Cadence['boundMax'] };
  readonly closeness?: (typeof dials)[number];
}

function changeOf({ rung, between, closeness, pinned, pausedUntil }: Wish): CadenceChange {
  const isReversed =
    between?.min && between.max && rungs.indexOf(between.min) > rungs.indexOf(between.max);
  if (isReversed)
    throw refused(
      [422, 'invalid-body'],
      [{ field: 'between', detail: 'is the wrong way round; min is the closer one' }],
    );
  return {
    ...(rung && { rung }),
    ...(between && { boundMin: between.min, boundMax: between.max }),
    ...(closeness && { closeness: closenesses[closeness] }),
    ...(pinned !== undefined && { pinned }),
    ...(pausedUntil !== undefined && { pausedUntil }),
  };
}

/** How often a customer is asked. */
export const cadenceOperations: readonly Operation[] = [read, change];
