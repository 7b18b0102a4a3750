import { z } from 'zod';
import { decideRequest } from '../../../requests/decide-request.ts';
import type { Act } from '../../../requests/decision.ts';
import { requestStates, type ServiceRequest } from '../../../requests/service-request.ts';
import { requestFrom } from '../../../requests/stored-request.ts';
import { requestCorrection, requestEntry } from '../../../setup/request-entry.ts';
import { mapping, problemsOf } from '../../../setup/shape.ts';
import { oneOf } from '../../../setup/values.ts';
import type { Trip } from '../../../shared/database.ts';
import { takeRequests } from '../../../voice/take-requests.ts';
import { HttpProblem } from '../problem.ts';
import { reaches, reachOf } from './bearer.ts';
import { cursorField, cursorOf } from './cursor.ts';
import { limitField, listOf, moment, personField, plainText } from './fields.ts';
import { getActor } from './get-actor.ts';
import { type Answer, type Call, type Operation, operation, param } from './operation.ts';

const shape = mapping({
  id: z.string(),
  customer: z.string(),
  externalId: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  minutes: z.number(),
  by: z.string(),
  role: z.string().nullable(),
  closedAt: moment,
  month: z.string(),
  state: z.enum(requestStates),
  checks: z.array(mapping({ rule: z.string(), says: z.string() })),
  currency: z.string().nullable(),
  proposedMinor: z.number().nullable(),
  amountMinor: z.number().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
  query: z.string().nullable(),
  answer: z.string().nullable(),
  exported: z.boolean(),
});

function shown(request: ServiceRequest): z.output<typeof shape> {
  const { work, findings } = request;
  return {
    id: request.id,
    customer: request.customerId,
    externalId: work.externalId,
    title: work.title,
    description: work.description ?? null,
    minutes: work.minutes,
    by: work.by,
    role: work.role ?? null,
    closedAt: work.closedAt.toISOString(),
    month: request.month,
    state: request.state,
    checks: findings.map(one => ({ ...one })),
    currency: request.currency,
    proposedMinor: request.proposedMinor,
    amountMinor: request.amountMinor,
    decidedBy: request.decidedById,
    decidedAt: request.decidedAt?.toISOString() ?? null,
    query: request.queryWords,
    answer: request.answerWords,
    exported: request.exportId !== null,
  };
}

const several = z
  .array(requestEntry)
  .min(1, 'has no request')
  .max(100, 'has more than 100 requests');
type Entries = z.output<typeof several>;

/** Told apart before they are read, so that what is wrong with one of a hundred is said of that one. */
const body = z.unknown().transform((input, context): Entries | Entries[number] => {
  const read = Array.isArray(input) ? several.safeParse(input) : requestEntry.safeParse(input);
  if (read.success) return read.data;
  for (const { path, what } of read.error.issues.flatMap(problemsOf))
    context.issues.push({ code: 'custom', path: [...path], message: what, input });
  return z.NEVER;
});

const receive = operation({
  id: 'receiveRequests',
  method: 'post',
  path: '/customers/{customerId}/requests',
  summary:
    'Closed service requests, one or up to a hundred, for review before they are billed. The same externalId twice is one.',
  may: 'requests',
  body,
  bodyShape: z.union([requestEntry, several]),
  answers: {
    201: { description: 'At least one of them was new', schema: z.union([shape, z.array(shape)]) },
    200: { description: 'All of them were known', schema: z.union([shape, z.array(shape)]) },
    409: { description: 'An externalId was used before for another request' },
  },
  async handle(trip, call) {
    const isList = Array.isArray(call.body);
    const entries = isList ? (call.body as Entries) : [call.body as Entries[number]];
    const received = await takeRequests(trip, param(call, 'customerId'), entries);
    const conflict = received.find(({ outcome }) => outcome === 'conflict');
    if (conflict)
      throw new HttpProblem(
        [409, 'other-words'],
        `The externalId "${conflict.externalId}" was used before for another request. Nothing was changed.`,
      );
    const ids = received.map(({ id }) => id);
    const rows = await trip.tx.serviceRequest.findMany({ where: { id: { in: ids } } });
    const answers = ids
      .flatMap(id => rows.filter(row => row.id === id))
      .map(row => shown(requestFrom(row)));
    const isNews = received.some(({ outcome }) => outcome === 'received');
    return { status: isNews ? 201 : 200, body: isList ? answers : (answers[0] ?? {}), isNews };
  },
});

const list = operation({
  id: 'listRequests',
  method: 'get',
  path: '/requests',
  summary: 'Service requests, the newest first, of the customers this token reaches.',
  may: 'requests',
  query: mapping({
    state: oneOf(requestStates).optional(),
    customer: plainText(64).optional(),
    month: plainText(7).optional(),
    limit: limitField,
    cursor: cursorField(2).optional(),
  }),
  answers: { 200: { description: 'Some of them', schema: listOf(shape) } },
  async handle({ tx }, { bearer, query }) {
    const { state, customer, month, limit, cursor } = query;
    const isForeign = customer !== undefined && !reaches(bearer, customer);
    const customerId = isForeign ? { in: [] } : (customer ?? reachOf(bearer));
    const rows = await tx.serviceRequest.findMany({
      where: { customerId, state, month, ...(cursor && { OR: after(cursor) }) },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const nextCursor = last ? cursorOf([last.closedAt.toISOString(), last.id]) : null;
    return { status: 200, body: { items: items.map(row => shown(requestFrom(row))), nextCursor } };
  },
});

function after([at = '', id = '']: readonly string[]) {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return [{ id: '' }];
  return [{ closedAt: { lt: when } }, { closedAt: when, id: { lt: id } }];
}

async function getRequest({ tx }: Trip, call: Call): Promise<ServiceRequest> {
  const row = await tx.serviceRequest.findUnique({ where: { id: param(call, 'requestId') } });
  if (row && reaches(call.bearer, row.customerId)) return requestFrom(row);
  throw new HttpProblem([404, 'no-request'], 'This token reaches no such request.');
}

const read = operation({
  id: 'getRequest',
  method: 'get',
  path: '/requests/{requestId}',
  summary: 'One service request, with what the checks saw.',
  may: 'requests',
  answers: { 200: { description: 'The request', schema: shape } },
  handle: async (trip, call) => ({ status: 200, body: shown(await getRequest(trip, call)) }),
});

const by = personField.meta({ description: 'the id of the person who decides' });
const why = plainText(2_000).optional();
const gone = { 409: { description: 'It was decided or handed over already, or has no price' } };
const answered = { 200: { description: 'Done', schema: shape }, ...gone };

interface Wish {
  readonly by: string;
  readonly why?: string | undefined;
  readonly act: Act;
}

async function decide(trip: Trip, call: Call, wish: Wish): Promise<Answer> {
  const { id: requestId, customerId } = await getRequest(trip, call);
  const doing = {
    approve: 'request.approve',
    'approve-in-full': 'request.approve',
    waive: 'request.waive',
    query: 'request.query',
    answer: 'request.query',
    correct: 'request.correct',
    reopen: 'request.correct',
  } as const;
  const person = await getActor(trip.tx, wish.by, { doing: doing[wish.act.kind], customerId });
  const { act } = wish;
  const decided = await decideRequest(trip, { requestId, act, byId: person.id, why: wish.why });
  switch (decided.kind) {
    case 'done':
      return { status: 200, body: shown(decided.request), isNews: true };
    case 'exported':
      throw new HttpProblem(
        [409, 'exported'],
        'It was handed over for billing and changes no more.',
      );
    case 'no-price':
      throw new HttpProblem(
        [409, 'no-price'],
        'No price can be told; correct its role or amount first.',
      );
    case 'impossible':
      throw new HttpProblem([409, 'decided'], `It is ${decided.from}, so that is not possible.`);
  }
}

const approve = operation({
  id: 'approveRequest',
  method: 'post',
  path: '/requests/{requestId}/approve',
  summary: 'It may be billed, in the name of a person.',
  may: 'requests',
  body: mapping({ by, why }),
  answers: answered,
  handle: (trip, call) => decide(trip, call, { ...call.body, act: { kind: 'approve' } }),
});

const waive = operation({
  id: 'waiveRequest',
  method: 'post',
  path: '/requests/{requestId}/waive',
  summary: 'It is right, and nothing is charged for it.',
  may: 'requests',
  body: mapping({ by, why }),
  answers: answered,
  handle: (trip, call) => decide(trip, call, { ...call.body, act: { kind: 'waive' } }),
});

const query = operation({
  id: 'queryRequest',
  method: 'post',
  path: '/requests/{requestId}/query',
  summary: 'Whoever did the work is asked; it waits until they have answered.',
  may: 'requests',
  body: mapping({ by, text: plainText(2_000) }),
  answers: answered,
  handle: (trip, call) =>
    decide(trip, call, { by: call.body.by, act: { kind: 'query', words: call.body.text } }),
});

const correct = operation({
  id: 'correctRequest',
  method: 'post',
  path: '/requests/{requestId}/correct',
  summary: 'What is wrong with it is put right; what was sent is kept, and it is reviewed again.',
  may: 'requests',
  body: mapping({ by, why: plainText(2_000), ...requestCorrection }),
  answers: answered,
  handle(trip, call) {
    const { by: said, why: reason, ...to } = call.body;
    return decide(trip, call, { by: said, why: reason, act: { kind: 'correct', to } });
  },
});

/** Service requests before they are billed: taken in, read, and decided in the name of a person. */
export const requestOperations: readonly Operation[] = [
  receive,
  list,
  read,
  approve,
  waive,
  query,
  correct,
];
