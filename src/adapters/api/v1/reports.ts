import { z } from 'zod';
import { loadCalibration } from '../../../confidence/load-calibration.ts';
import { mapping } from '../../../setup/shape.ts';
import { id, instant } from '../../../setup/values.ts';
import { plus, week } from '../../../shared/time.ts';
import { listLoads } from '../../../shifts/list-loads.ts';
import { HttpProblem } from '../problem.ts';
import { type Bearer, reaches, reachOf } from './bearer.ts';
import { type Operation, operation } from './operation.ts';

const stretch = { from: instant.optional(), until: instant.optional() };

const weeks = mapping({
  from: z.number(),
  until: z.number(),
  weeks: z.number(),
  said: z.number(),
  quiet: z.number(),
  low: z.number(),
  high: z.number(),
});

const load = mapping({
  person: z.string(),
  name: z.string(),
  hours: z.number(),
  nightHours: z.number(),
  nights: z.number(),
  weekendHours: z.number(),
  nightCalls: z.number(),
});

/** The customers wanted, as far as the token reaches them; undefined = all there are. */
function customersOf(bearer: Bearer, wanted: string | undefined): readonly string[] | undefined {
  if (wanted === undefined) return reachOf(bearer)?.in;
  return reaches(bearer, wanted) ? [wanted] : [];
}

/** `GET reports/calibration` and `GET reports/on-call`: what has come of it, as `handrail report` has it; `GET voice` is the third of them. */
export const reportOperations: readonly Operation[] = [
  operation({
    id: 'reportCalibration',
    method: 'get',
    path: '/reports/calibration',
    summary:
      'Of all weeks said to pass quietly with some confidence, how many did, over windows that closed in that time; low and high are where the true share lies with 90 %.',
    may: 'read',
    query: mapping({ customer: id.optional(), ...stretch }),
    answers: {
      200: {
        description: 'A line a stretch of confidence',
        schema: mapping({ items: z.array(weeks) }),
      },
    },
    async handle(trip, { bearer, query: { customer, from, until } }) {
      const customerIds = customersOf(bearer, customer);
      return {
        status: 200,
        body: { items: await loadCalibration(trip, { customerIds, from, until }) },
      };
    },
  }),
  operation({
    id: 'reportOnCall',
    method: 'get',
    path: '/reports/on-call',
    summary:
      'Hours and nights on call and calls at night, a line a person; the last four weeks where nothing else is said.',
    may: 'read',
    query: mapping(stretch),
    answers: {
      200: { description: 'A line a person', schema: mapping({ items: z.array(load) }) },
    },
    async handle(trip, { bearer, query }) {
      if (reachOf(bearer) !== undefined)
        throw new HttpProblem(
          [403, 'shared'],
          `Who is on call serves every customer; a token made with --customer '*' may look at it.`,
        );
      const until = query.until ?? trip.now;
      const loads = await listLoads(trip, { from: query.from ?? plus(until, -4 * week), until });
      const items = loads.map(({ personId, ...one }) => ({ person: personId, ...one }));
      return { status: 200, body: { items } };
    },
  }),
];
