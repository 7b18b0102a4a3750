import { z } from 'zod';
import { mapping } from '../../../setup/shape.ts';
import type { Tx } from '../../../shared/database.ts';
import { reachOf } from './bearer.ts';
import { cursorField, cursorOf } from './cursor.ts';
import { limitField, listOf, moment } from './fields.ts';
import { operation } from './operation.ts';

const summary = mapping({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  confidence: z.number().nullable(),
  openPages: z.number().int(),
  transitions: z.array(
    mapping({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      phase: z.string(),
      window: mapping({ from: moment, until: moment }),
      confidence: z.number().nullable(),
    }),
  ),
});

/** `GET customers`: whom this token reaches, with how each of them stands. */
export const listCustomers = operation({
  id: 'listCustomers',
  method: 'get',
  path: '/customers',
  summary: 'The customers this token reaches, by id, with how each of them stands.',
  may: 'read',
  query: mapping({ cursor: cursorField(1).optional(), limit: limitField }),
  answers: { 200: { description: 'The customers', schema: listOf(summary) } },
  async handle({ tx }, { bearer, query: { cursor, limit } }) {
    const rows = await tx.customer.findMany({
      where: { id: { ...reachOf(bearer), gt: cursor?.[0] } },
      select: { id: true, name: true, timeZone: true },
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return {
      status: 200,
      body: {
        items: await standings(tx, items),
        nextCursor: isMore ? cursorOf([last.id]) : null,
      },
    };
  },
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

async function standings(tx: Tx, rows: readonly Row[]) {
  const customerId = { in: rows.map(({ id }) => id) };
  const transitions = await tx.transition.findMany({
    where: { customerId },
    orderBy: [{ windowFrom: 'asc' }, { id: 'asc' }],
  });
  const assessed = await tx.assessment.findMany({ where: { customerId } });
  const confidence = new Map(assessed.map(one => [one.transitionId, one.confidence]));
  const pages = await tx.page.findMany({
    where: { customerId, resolvedAt: null },
    select: { customerId: true },
  });
  return rows.map(({ id, name, timeZone }) => {
    const own = transitions.filter(one => one.customerId === id);
    const known = own.flatMap(one => confidence.get(one.id) ?? []);
    return {
      id,
      name,
      timeZone,
      confidence: known.length > 0 ? Math.min(...known) : null,
      openPages: pages.filter(page => page.customerId === id).length,
      transitions: own.map(one => ({
        id: one.key,
        name: one.name,
        kind: one.kind,
        phase: one.phase,
        window: { from: one.windowFrom.toISOString(), until: one.windowUntil.toISOString() },
        confidence: confidence.get(one.id) ?? null,
      })),
    };
  });
}
