import { z } from 'zod';
import { type Rung, rungs } from '../../check-ins/cadence/cadence.ts';

const rung = z.enum(rungs);

/** Null takes a manager's bound, or a pause, away again. */
const changeSchema = z.object({
  rung: rung.optional(),
  boundMin: rung.nullable().optional(),
  boundMax: rung.nullable().optional(),
  closeness: z.number().optional(),
  pinned: z.boolean().optional(),
  pausedUntil: z.coerce.date().nullable().optional(),
});

const itemSchema = z.object({ transitionId: z.string(), customerId: z.string() });

const pendingSchema = z.object({
  command: z.enum(['cadence', 'pause', 'resume']),
  items: z.array(itemSchema),
  change: changeSchema,
  why: z.string(),
  auditIds: z.array(z.string()).default([]),
});

export type ChangeItem = Readonly<z.infer<typeof itemSchema>>;
export type PendingCadence = Readonly<z.infer<typeof pendingSchema>>;
export type { Rung };

/** A stored change on its way. */
export function pendingFrom(column: unknown): PendingCadence {
  return pendingSchema.parse(column);
}
