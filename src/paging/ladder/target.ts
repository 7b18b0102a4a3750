import { z } from 'zod';

/** The words that stand for a person of the customer. */
export const roles = ['advocate', 'backup', 'sales', 'manager'] as const;
export type Role = (typeof roles)[number];

/** Whom a level calls. */
export type Target =
  | { readonly role: Role }
  | { readonly person: string }
  | { readonly schedule: string }
  | { readonly skill: string; readonly strategy: 'first-available' | 'in-order' };

/** A stored target. A bare word is a role when it names one, otherwise a person's id. */
export const targetColumn: z.ZodType<Target> = z.union([
  z.string().transform(targetOf),
  z.object({ role: z.enum(roles) }),
  z.object({ person: z.string() }),
  z.object({ schedule: z.string() }),
  z.object({
    skill: z.string(),
    strategy: z.enum(['first-available', 'in-order']).default('first-available'),
  }),
]);

function targetOf(word: string): Target {
  const role = roles.find(known => known === word);
  return role ? { role } : { person: word };
}
