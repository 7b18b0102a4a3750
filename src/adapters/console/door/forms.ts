import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { formToken, type Session } from '../../../sign-in/session.ts';
import { HttpProblem } from '../../api/problem.ts';

const csrf = z.object({ csrf: z.string() });

/** Refuses a form that no page of this session sent. */
export function assertOwnForm(body: unknown, session: Pick<Session, 'id'>): void {
  const sent = Buffer.from(csrf.safeParse(body).data?.csrf ?? '');
  const own = Buffer.from(formToken(session));
  if (sent.length !== own.length || !timingSafeEqual(sent, own))
    throw new HttpProblem(
      [403, 'stale-form'],
      'This form is out of date. Go back, reload the page and try again.',
    );
}

/** What a form says; throws the problem to answer with. */
export function readForm<T>(form: z.ZodType<T>, body: unknown): T {
  const read = form.safeParse(body);
  if (read.success) return read.data;
  throw new HttpProblem([422, 'invalid-form'], 'Something is missing in this form.');
}
