import { z } from 'zod';
import { minute, plus } from '../../shared/time.ts';
import { type FieldProblem, HttpProblem } from './problem.ts';

// NUL cannot be stored, and a lone surrogate would come back as another character than was sent.
const plainText = (most: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    .refine(isStorable, 'must not contain NUL or broken characters')
    .refine(text => text.trim() !== '', 'must not be blank');

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

const eventBody = z.strictObject({
  externalId: plainText(200),
  text: plainText(4_000),
  at: z.iso
    .datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset' })
    .optional(),
  visibility: z.enum(['internal', 'shared']).default('internal'),
  kind: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'must be a short lower-case word like "ticket"')
    .optional(),
});

export type EventBody = Omit<z.infer<typeof eventBody>, 'at'> & { readonly at?: Date };

/** How far the sender's clock may run ahead of ours. */
const aheadMinutes = 10;

/** The body of an event, checked; throws the problem to answer with. */
export function readEventBody(body: unknown, now: Date): EventBody {
  const result = eventBody.safeParse(body);
  if (!result.success) throw refused(result.error.issues.flatMap(fieldProblems));
  const { at, ...rest } = result.data;
  if (at === undefined) return rest;
  const instant = new Date(at);
  if (instant > plus(now, aheadMinutes * minute))
    throw refused([{ field: 'at', detail: 'must not be in the future' }]);
  if (instant.getUTCFullYear() < 1970)
    throw refused([{ field: 'at', detail: 'must not be before 1970' }]);
  return { ...rest, at: instant };
}

function refused(errors: readonly FieldProblem[]): HttpProblem {
  return new HttpProblem(
    [422, 'invalid-event'],
    'The event does not have the expected shape: {"externalId", "text", "at"?, "visibility"?, "kind"?}.',
    { errors: errors.slice(0, 10) },
  );
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ field: shorten(key), detail: 'is not a field of an event' }));
  return [{ field: shorten(issue.path.join('.')) || '(body)', detail: issue.message }];
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
