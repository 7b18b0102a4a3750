import { z } from 'zod';
import { mapping, problemsOf } from '../../../setup/shape.ts';
import { instant, oneOf, value } from '../../../setup/values.ts';
import type { Trip } from '../../../shared/database.ts';
import { minute, plus } from '../../../shared/time.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { recordExternalEvent } from '../../../timeline/record-external-event.ts';
import { type FieldProblem, HttpProblem } from '../problem.ts';
import { plainText } from './fields.ts';
import { operation, param, type ReadCall, refused } from './operation.ts';

const event = mapping({
  externalId: plainText(200),
  text: plainText(4_000),
  at: instant.optional(),
  visibility: oneOf(['internal', 'shared']).default('internal'),
  kind: value(
    input =>
      typeof input === 'string' && /^[a-z0-9][a-z0-9._-]{0,63}$/.test(input) ? input : null,
    'a short lower-case word, like ticket',
    { type: 'string', examples: ['ticket'] },
  ).optional(),
});

type EventBody = z.output<typeof event>;

const several = z.array(event).min(1, 'has no event').max(100, 'has more than 100 events');

/** Told apart before they are read, so that what is wrong with one of a hundred is said of that one. */
const body = z.unknown().transform((input, context): EventBody | EventBody[] => {
  const read = Array.isArray(input) ? several.safeParse(input) : event.safeParse(input);
  if (read.success) return read.data;
  for (const { path, what } of read.error.issues.flatMap(problemsOf))
    context.issues.push({ code: 'custom', path: [...path], message: what, input });
  return z.NEVER;
});

const told = mapping({
  id: z.string(),
  externalId: z.string(),
  visibility: z.enum(['internal', 'shared']),
});

/** How far the sender's clock may run ahead of ours. */
const aheadMinutes = 10;

/** `POST customers/:id/events`: another system tells what happened, all of it or nothing. */
export const recordEvents = operation({
  id: 'recordEvents',
  method: 'post',
  path: '/customers/{customerId}/events',
  summary:
    'Put one event, or up to a hundred, on the timeline of a customer. The same externalId twice is one event.',
  may: 'events',
  isShared: true,
  body,
  bodyShape: z.union([event, several]),
  answers: {
    201: { description: 'At least one of them was new', schema: z.union([told, z.array(told)]) },
    200: { description: 'All of them were known', schema: z.union([told, z.array(told)]) },
    409: { description: 'An externalId was used before for other words' },
  },
  async handle(trip, call) {
    const isList = Array.isArray(call.body);
    const events = isList ? (call.body as EventBody[]) : [call.body as EventBody];
    const problems = events.flatMap((one, index) =>
      timeProblems(one, trip.now).map(({ field, detail }) => ({
        field: isList ? `${index}.${field}` : field,
        detail,
      })),
    );
    if (problems.length > 0) throw refused([422, 'invalid-body'], problems);
    return recordAll(trip, call, { events, isList });
  },
});

function timeProblems({ at }: EventBody, now: Date): FieldProblem[] {
  const isAhead = at !== undefined && at > plus(now, aheadMinutes * minute);
  return isAhead ? [{ field: 'at', detail: 'must not be in the future' }] : [];
}

interface Told {
  readonly events: readonly EventBody[];
  readonly isList: boolean;
}

async function recordAll(trip: Trip, call: ReadCall<unknown, unknown>, { events, isList }: Told) {
  const customerId = param(call, 'customerId');
  if (events.some(({ visibility }) => visibility === 'shared') && !call.bearer.mayPublish)
    throw new HttpProblem([403, 'may-not-publish'], 'This token may not publish to the customer.');
  const shown: z.output<typeof told>[] = [];
  let fresh = 0;
  let isNews = false;
  for (const { kind: label, ...one } of events) {
    const { outcome, eventId } = await recordExternalEvent(trip, { customerId, ...one, label });
    if (outcome === 'conflict') throw conflict(one.externalId);
    if (outcome === 'recorded') fresh += 1;
    isNews ||= outcome === 'recorded' && one.visibility === 'shared';
    shown.push({ id: eventId, externalId: one.externalId, visibility: one.visibility });
  }
  if (isNews) await notifyAskers(trip, customerId);
  const [only] = shown;
  return {
    status: fresh > 0 ? 201 : 200,
    body: isList ? shown : (only ?? {}),
    isNews: fresh > 0,
  };
}

function conflict(externalId: string): HttpProblem {
  return new HttpProblem(
    [409, 'other-words'],
    `The externalId "${externalId}" was used before for another text or visibility. Nothing was changed.`,
  );
}
