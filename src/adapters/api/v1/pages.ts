import { createHash } from 'node:crypto';
import { acknowledgePage } from '../../../paging/acknowledge-page.ts';
import { weights } from '../../../paging/ladder/weight.ts';
import { raisePage } from '../../../paging/raise-page.ts';
import { resolvePage } from '../../../paging/resolve-page.ts';
import { updatePage } from '../../../paging/update-page.ts';
import { mapping } from '../../../setup/shape.ts';
import { instant, oneOf } from '../../../setup/values.ts';
import type { Trip, Tx } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { HttpProblem } from '../problem.ts';
import { type Bearer, reaches, reachOf } from './bearer.ts';
import { cursorField, cursorOf } from './cursor.ts';
import { limitField, listOf, personField, plainText } from './fields.ts';
import { getActor } from './get-actor.ts';
import { loadShownPage, type ShownPage, shownFrom, shownPage } from './load-shown-page.ts';
import { type Operation, operation, param, refused } from './operation.ts';

const visibility = oneOf(['internal', 'shared']).default('internal');

function mayTell({ mayPublish }: Bearer, wanted: 'internal' | 'shared'): void {
  if (wanted === 'internal' || mayPublish) return;
  throw new HttpProblem([403, 'may-not-publish'], 'This token may not publish to the customer.');
}

/** `POST customers/:id/pages`: another system calls a human. */
export const callHuman = operation({
  id: 'raisePage',
  method: 'post',
  path: '/customers/{customerId}/pages',
  summary:
    'Call a human about a customer. While a page is open the words join it; the same externalId twice is one call.',
  may: 'pages',
  isShared: true,
  body: mapping({
    reason: plainText(2_000),
    weight: oneOf(weights).default('critical'),
    externalId: plainText(200).optional(),
    transition: plainText(64).optional(),
    visibility,
  }),
  answers: {
    201: { description: 'Somebody is being called', schema: shownPage },
    200: {
      description: 'The words joined the page that is open, or were known',
      schema: shownPage,
    },
    409: { description: 'The externalId was used before for other words' },
  },
  async handle(trip, call) {
    const customerId = param(call, 'customerId');
    const { reason, weight, externalId, transition, visibility: told } = call.body;
    mayTell(call.bearer, told);
    const known =
      externalId === undefined
        ? null
        : await findKnown(trip.tx, customerId, { externalId, reason });
    if (known) return { status: 200, body: await loadShownPage(trip, known) };
    const transitionId = await findTransitionId(trip.tx, customerId, transition);
    const raised = await raisePage(trip, {
      customerId,
      ...(transitionId !== null && { transitionId }),
      raisedBy: 'api',
      words: reason,
      weight,
      isShared: told === 'shared',
    });
    const { pageId } = raised;
    if (externalId !== undefined)
      await trip.tx.pageCallIn.create({
        data: { customerId, externalId, pageId, print: printOf(reason), at: trip.now },
      });
    if (raised.outcome === 'joined')
      return { status: 200, body: await loadShownPage(trip, pageId), isNews: true };
    return { status: 201, body: shownFrom(raised.page, raised.called), isNews: true };
  },
});

interface Said {
  readonly externalId: string;
  readonly reason: string;
}

async function findKnown(
  tx: Tx,
  customerId: string,
  { externalId, reason }: Said,
): Promise<string | null> {
  const known = await tx.pageCallIn.findUnique({
    where: { customerId_externalId: { customerId, externalId } },
  });
  if (!known) return null;
  if (known.print === printOf(reason)) return known.pageId;
  throw new HttpProblem(
    [409, 'other-words'],
    'This externalId was used before for another reason. Nobody was called.',
  );
}

function printOf(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('base64url');
}

async function findTransitionId(
  tx: Tx,
  customerId: string,
  key: string | undefined,
): Promise<string | null> {
  if (key === undefined) return null;
  const row = await tx.transition.findUnique({ where: { customerId_key: { customerId, key } } });
  if (row) return row.id;
  throw refused(
    [422, 'invalid-body'],
    [{ field: 'transition', detail: 'is no transition of this customer' }],
  );
}

/** `GET pages`: the calls for a human. */
export const listPages = operation({
  id: 'listPages',
  method: 'get',
  path: '/pages',
  summary: 'The pages of the customers this token reaches, newest first.',
  may: 'read',
  query: mapping({
    state: oneOf(['open', 'acknowledged', 'resolved']).optional(),
    customer: plainText(64).optional(),
    cursor: cursorField(2).optional(),
    limit: limitField,
  }),
  answers: { 200: { description: 'The pages', schema: listOf(shownPage) } },
  async handle(trip, { bearer, query: { state, customer, cursor, limit } }) {
    const isForeign = customer !== undefined && !reaches(bearer, customer);
    const customerId = isForeign ? { in: [] } : (customer ?? reachOf(bearer));
    const rows = await trip.tx.page.findMany({
      where: { customerId, state, ...(cursor && { OR: after(cursor) }) },
      select: { id: true, raisedAt: true },
      orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const items: ShownPage[] = [];
    for (const { id } of rows.slice(0, limit)) items.push(await loadShownPage(trip, id));
    const last = rows[items.length - 1];
    const isMore = rows.length > limit && last !== undefined;
    const nextCursor = isMore ? cursorOf([last.raisedAt.toISOString(), last.id]) : null;
    return { status: 200, body: { items, nextCursor } };
  },
});

function after([at = '', id = '']: readonly string[]) {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return [{ id: '' }];
  return [{ raisedAt: { lt: when } }, { raisedAt: when, id: { lt: id } }];
}

/** The page of the address, if the token reaches its customer; the same answer for a foreign one and none at all. */
async function getPage({ tx }: Trip, bearer: Bearer, id: string) {
  const row = await tx.page.findUnique({ where: { id } });
  if (row && reaches(bearer, row.customerId)) return row;
  throw new HttpProblem([404, 'no-page'], 'This token reaches no such page.');
}

const by = personField.meta({ description: 'the id of the person who says so' });
const gone = { 409: { description: 'The page is resolved, or somebody else has it' } };

/** `POST pages/:id/acknowledge`: somebody who was called has it. */
export const acknowledge = operation({
  id: 'acknowledgePage',
  method: 'post',
  path: '/pages/{pageId}/acknowledge',
  summary: 'Somebody who was called has it: the calling stops, and every copy says who it is.',
  may: 'pages',
  body: mapping({ by, nextWordAt: instant.optional() }),
  answers: { 200: { description: 'They have it', schema: shownPage }, ...gone },
  async handle(trip, call) {
    const { id: pageId, customerId } = await getPage(trip, call.bearer, param(call, 'pageId'));
    const { by: said, nextWordAt = null } = call.body;
    const { id: personId } = await getActor(trip.tx, said, {
      doing: 'page.acknowledge',
      customerId,
      pageId,
    });
    const outcome = await acknowledgePage(trip, { pageId, personId, nextWordAt });
    if (outcome === 'resolved') throw over();
    if (outcome === 'already')
      throw new HttpProblem([409, 'somebody-has-it'], 'Somebody else has this page.');
    return { status: 200, body: await loadShownPage(trip, pageId), isNews: true };
  },
});

/** `POST pages/:id/update`: how it goes. */
export const update = operation({
  id: 'updatePage',
  method: 'post',
  path: '/pages/{pageId}/update',
  summary: 'How it goes: a line for the vendor, and for the customer where it is shared.',
  may: 'pages',
  body: mapping({ text: plainText(2_000), by: by.optional(), visibility }),
  answers: { 200: { description: 'Noted', schema: shownPage }, ...gone },
  async handle(trip, call) {
    const { by: said, text, visibility: audience } = call.body;
    mayTell(call.bearer, audience);
    const row = await getPage(trip, call.bearer, param(call, 'pageId'));
    const act = { doing: 'page.update', customerId: row.customerId, pageId: row.id } as const;
    const { id: personId } = await getActor(trip.tx, said ?? owned(row.ownerId), act);
    const updated = await updatePage(trip, { pageId: row.id, personId, text, audience });
    if (updated === 'resolved') throw over();
    if (updated.read === 'shared') await notifyAskers(trip, row.customerId);
    return { status: 200, body: await loadShownPage(trip, row.id), isNews: true };
  },
});

/** `POST pages/:id/resolve`: it is over. */
export const resolve = operation({
  id: 'resolvePage',
  method: 'post',
  path: '/pages/{pageId}/resolve',
  summary:
    'It is over. The customer is told that, and asked whether that did it; the note where it is shared.',
  may: 'pages',
  body: mapping({ note: plainText(2_000).optional(), by: by.optional(), visibility }),
  answers: { 200: { description: 'Resolved', schema: shownPage }, ...gone },
  async handle(trip, call) {
    const { by: said, note = '', visibility: audience } = call.body;
    mayTell(call.bearer, audience);
    const row = await getPage(trip, call.bearer, param(call, 'pageId'));
    const act = { doing: 'page.resolve', customerId: row.customerId, pageId: row.id } as const;
    const { id: personId } = await getActor(trip.tx, said ?? owned(row.ownerId), act);
    const { outcome } = await resolvePage(trip, { pageId: row.id, personId, note, audience });
    if (outcome === 'already') throw over();
    await notifyAskers(trip, row.customerId);
    return { status: 200, body: await loadShownPage(trip, row.id), isNews: true };
  },
});

/** Whoever has it speaks; while nobody does, somebody must be named. */
function owned(ownerId: string | null): string {
  if (ownerId !== null) return ownerId;
  throw refused(
    [422, 'invalid-body'],
    [{ field: 'by', detail: 'is missing, and nobody has this page yet; write the id of a person' }],
  );
}

function over(): HttpProblem {
  return new HttpProblem([409, 'resolved'], 'This page is resolved.');
}

/** Calls for a human: raised, listed, and answered in the name of a person. */
export const pageOperations: readonly Operation[] = [
  callHuman,
  listPages,
  acknowledge,
  update,
  resolve,
];
