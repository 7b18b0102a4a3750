import { z } from 'zod';
import { type Side, sideFrom, sides } from '../../../customers/side.ts';
import { mapping } from '../../../setup/shape.ts';
import { instant, oneOf } from '../../../setup/values.ts';
import type { Tx } from '../../../shared/database.ts';
import { utcWords } from '../../../shared/instant-text.ts';
import { cursorField, cursorOf } from './cursor.ts';
import { limitField, listOf, moment } from './fields.ts';
import { operation, param } from './operation.ts';

const fact = mapping({
  id: z.string(),
  kind: z.string(),
  visibility: z.enum(['internal', 'shared']),
  at: moment,
  recordedAt: moment,
  text: z.string(),
  author: z.string().nullable(),
  side: z.enum(sides).nullable(),
  transition: z.string().nullable(),
  externalId: z.string().nullable(),
});

/** `GET customers/:id/timeline`: the facts about one customer, newest first, internal ones included. */
export const readTimeline = operation({
  id: 'readTimeline',
  method: 'get',
  path: '/customers/{customerId}/timeline',
  summary: 'The facts about a customer, newest first. Internal ones are for the vendor alone.',
  may: 'read',
  query: mapping({
    since: instant.optional(),
    until: instant.optional(),
    visibility: oneOf(['internal', 'shared']).optional(),
    cursor: cursorField(2).optional(),
    limit: limitField,
  }),
  answers: { 200: { description: 'The facts', schema: listOf(fact) } },
  async handle({ tx }, call) {
    const { since, until, visibility, cursor, limit } = call.query;
    const rows = await tx.event.findMany({
      where: {
        customerId: param(call, 'customerId'),
        visibility,
        at: { gte: since, lt: until },
        ...(cursor && { OR: after(cursor) }),
      },
      orderBy: [{ at: 'desc' }, { seq: 'desc' }],
      take: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const side = await sidesOf(tx, items);
    const isMore = rows.length > limit && last !== undefined;
    return {
      status: 200,
      body: {
        items: items.map(row => factOf(row, side.get(row.authorId) ?? null)),
        nextCursor: isMore ? cursorOf([last.at.toISOString(), String(last.seq)]) : null,
      },
    };
  },
});

function after([at = '', seq = '']: readonly string[]) {
  const when = new Date(at);
  const isOurs = !Number.isNaN(when.getTime()) && /^\d{1,18}$/.test(seq);
  // A cursor of another list leads nowhere, and says so by an empty page.
  if (!isOurs) return [{ id: '' }];
  return [{ at: { lt: when } }, { at: when, seq: { lt: BigInt(seq) } }];
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly visibility: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly text: string;
  readonly authorId: string | null;
  readonly transitionId: string | null;
  readonly externalId: string | null;
}

/** On which side each author stands, by their id. */
async function sidesOf(tx: Tx, rows: readonly Row[]): Promise<Map<string | null, Side>> {
  const ids = [...new Set(rows.flatMap(({ authorId }) => authorId ?? []))];
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, side: true },
  });
  return new Map(people.map(({ id, side }) => [id, sideFrom(side)]));
}

function factOf({ id, kind, visibility, at, recordedAt, text, ...row }: Row, side: Side | null) {
  return {
    id,
    kind,
    visibility,
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
    text: utcWords(text),
    author: row.authorId,
    side,
    transition: row.transitionId,
    externalId: row.externalId,
  };
}
