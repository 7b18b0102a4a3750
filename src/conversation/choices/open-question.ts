import { z } from 'zod';

/** One answer a person can pick: it is as if they had said `says`. */
const optionSchema = z.object({
  label: z.string(),
  says: z.string(),
  /** What the words mean, when that is what we asked. */
  intent: z.string().optional(),
  /** The id of what it was asked about, a page: picked later, that must still be the one. */
  about: z.string().optional(),
});

export const choiceSchema = z.object({
  /** The inbox row whose answer the question is: an older question's buttons pick nothing. */
  askedBy: z.string(),
  options: z.array(optionSchema),
});

export type Option = z.infer<typeof optionSchema>;

/** The option picked by its number as shown, "1" being the first, on that message; null when there is none. */
export function optionAt(data: unknown, picked: string, messageKey: string): Option | null {
  const parsed = choiceSchema.safeParse(data);
  const index = Number(picked) - 1;
  if (!parsed.success || !Number.isInteger(index)) return null;
  if (!messageKey.startsWith(`reply:${parsed.data.askedBy}:`)) return null;
  return parsed.data.options[index] ?? null;
}
