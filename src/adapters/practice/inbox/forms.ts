import { z } from 'zod';
import { HttpProblem } from '../../api/problem.ts';
import { leaps } from '../clock/fast-forward.ts';
import { addressOf, choiceFrom, isId } from '../room/choice.ts';

const longest = 4_000;
const id = z.string().refine(isId, 'is not an id');
/** Sent with every form: what makes it ours, where to come back to, and what makes sending it twice do nothing. */
const frame = {
  csrf: z.string(),
  back: z.string().max(2_000).default('/').transform(backTo),
  nonce: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .optional(),
};

// NUL and lone surrogates cannot be kept in the database.
const said = z
  .string()
  .max(longest)
  .transform(text =>
    text
      .replaceAll('\u0000', '')
      .replace(/\p{Surrogate}/gu, '')
      .trim(),
  );

const sayForm = z.strictObject({
  ...frame,
  person: id,
  conversation: id,
  addressed: z.literal('yes').optional(),
  text: said.optional(),
  suggested: said.optional(),
});
export type SayForm = z.infer<typeof sayForm>;

const pressForm = z.strictObject({
  ...frame,
  person: id,
  conversation: id,
  message: id,
  action: z.string().regex(/^\d{1,2}$/),
});
export type PressForm = z.infer<typeof pressForm>;

const clockForm = z.strictObject({
  ...frame,
  customer: id.optional(),
  by: z.enum([...leaps, 'again', 'crew-on', 'crew-off']),
});
export type ClockForm = z.infer<typeof clockForm>;

export const readSay = readerOf(sayForm);
export const readPress = readerOf(pressForm);
export const readClock = readerOf(clockForm);

function readerOf<T>(schema: z.ZodType<T>): (body: unknown) => T {
  return body => {
    const form = schema.safeParse(body);
    if (form.success) return form.data;
    const errors = form.error.issues.slice(0, 10).map(issue => ({
      field: issue.path.join('.').slice(0, 60) || '(form)',
      detail: issue.message.slice(0, 200),
    }));
    throw new HttpProblem([422, 'invalid-form'], 'This form is not one of ours.', { errors });
  };
}

/** The address a form came from, rebuilt from what we understand of it: never another site. */
function backTo(back: string): string {
  const mark = back.indexOf('?');
  return addressOf(choiceFrom(new URLSearchParams(mark < 0 ? '' : back.slice(mark + 1))));
}
