import { z } from 'zod';
import { mapping } from '../../../setup/shape.ts';
import { value } from '../../../setup/values.ts';

// NUL cannot be stored, and a lone surrogate would come back as another character than was sent.
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

/** Words of somebody else's, of at most so many characters, neither blank nor broken. */
export function plainText(most: number) {
  return z
    .string('must be text')
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    .refine(isStorable, 'must not contain NUL or broken characters')
    .refine(text => text.trim() !== '', 'must not be blank');
}

/** How many entries of a list are wanted. */
export const limitField = value(
  input => {
    const wanted = Number(input);
    return Number.isInteger(wanted) && wanted >= 1 && wanted <= 200 ? wanted : null;
  },
  'a whole number from 1 to 200',
  { type: 'integer', minimum: 1, maximum: 200 },
).default(50);

/** A list that goes on while `nextCursor` is there. */
export function listOf(item: z.ZodType) {
  return mapping({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A moment in what is answered: RFC 3339 in UTC. */
export const moment = z.iso.datetime();

/** Whoever does it, in the setup's ids. */
export const personField = plainText(64);
