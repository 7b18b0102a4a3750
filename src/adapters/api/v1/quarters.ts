import { z } from 'zod';
import { getCustomer } from '../../../customers/find-customer.ts';
import { type FoundReview, findReview } from '../../../quarters/find-review.ts';
import { listReviews, reviewStandings } from '../../../quarters/list-reviews.ts';
import { lineRows, ownLines, type ReviewLine } from '../../../quarters/review-lines.ts';
import { mapping } from '../../../setup/shape.ts';
import { oneOf } from '../../../setup/values.ts';
import { csvText } from '../../../shared/csv.ts';
import { HttpProblem } from '../problem.ts';
import { moment } from './fields.ts';
import { type Operation, operation, param } from './operation.ts';

const listed = mapping({
  id: z.string(),
  quarter: z.string(),
  soFar: z.boolean(),
  state: z.enum(reviewStandings),
  publishedAt: moment.nullable(),
  publishedBy: z.string().nullable(),
});

const line = mapping({
  audience: z.enum(['shared', 'internal']),
  part: z.string(),
  what: z.string(),
  value: z.union([z.string(), z.number()]),
});

const answer = mapping({
  id: z.string(),
  quarter: z.string(),
  soFar: z.boolean(),
  publishedAt: moment.nullable(),
  lines: z.array(line),
});

/** `GET customers/:id/reviews` and `GET customers/:id/reviews/:id`: how the quarters went, as the console has it. */
export const quarterOperations: readonly Operation[] = [
  operation({
    id: 'listReviews',
    method: 'get',
    path: '/customers/{customerId}/reviews',
    summary: "The reviews of a customer's quarters and where each stands, the newest first.",
    may: 'read',
    answers: { 200: { description: 'The reviews', schema: mapping({ items: z.array(listed) }) } },
    async handle(trip, call) {
      const customer = await getCustomer(trip.tx, param(call, 'customerId'));
      const items = (await listReviews(trip, customer)).map(one => ({
        id: one.key,
        quarter: one.name,
        soFar: one.isSoFar,
        state: one.standing,
        publishedAt: one.publishedAt?.toISOString() ?? null,
        publishedBy: one.publishedById,
      }));
      return { status: 200, body: { items } };
    },
  }),
  operation({
    id: 'readReview',
    method: 'get',
    path: '/customers/{customerId}/reviews/{reviewId}',
    summary:
      "How a quarter went, line by line: as it was published, or as it would be now. The customer's copy has what they may read and nothing else; the internal one also what stands beside it for the vendor alone. As CSV, fields that a spreadsheet would take for formulas are marked.",
    may: 'read',
    query: mapping({
      format: oneOf(['json', 'csv']).default('json'),
      copy: oneOf(['customer', 'internal']).default('customer'),
    }),
    answers: { 200: { description: 'The review', schema: answer, text: 'text/csv' } },
    async handle(trip, call) {
      const { customerId, reviewId } = {
        customerId: param(call, 'customerId'),
        reviewId: param(call, 'reviewId'),
      };
      const found = await findReview(trip, customerId, reviewId);
      if (!found)
        throw new HttpProblem(
          [404, 'no-review'],
          'This customer has no such review; GET reviews names them.',
        );
      const lines = linesOf(found, call.query.copy);
      if (call.query.format === 'csv')
        return { status: 200, text: { type: 'text/csv', words: csvText(lineRows(lines), '\r\n') } };
      const { key: id, name: quarter, isSoFar: soFar, out } = found;
      const publishedAt = out?.at.toISOString() ?? null;
      return { status: 200, body: { id, quarter, soFar, publishedAt, lines } };
    },
  }),
];

function linesOf({ copy, own }: FoundReview, whose: string): readonly ReviewLine[] {
  const theirs: readonly ReviewLine<'shared'>[] = copy?.lines ?? [];
  return whose === 'internal' ? [...theirs, ...ownLines(own)] : theirs;
}
