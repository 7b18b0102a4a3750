import { z } from 'zod';
import type { Level } from './level.ts';
import { type Target, targetColumn } from './target.ts';

/** Who is called, in which order, how long each level has, and who at the very end. */
export interface Escalation {
  readonly levels: readonly Level[];
  /** How often the levels are gone through again after the first time. */
  readonly repeat: number;
  /** Called when all that brought nobody; empty = manager, advocate and backup. */
  readonly fallback: readonly Target[];
  /** The round in which the present chase began; a reopened or stalled page is chased anew. */
  readonly firstRound: number;
  /** It wakes nobody: at its end a manager is asked by chat, in their working hours, once a day. */
  readonly isGentle?: boolean | undefined;
}

/** What a customer without a usable escalation policy gets: a page is never lost for want of a setting. */
export const defaultEscalation: Escalation = {
  levels: [
    { to: [{ role: 'advocate' }], waitMinutes: 5, strategy: 'first-available' },
    { to: [{ role: 'backup' }], waitMinutes: 5, strategy: 'first-available' },
    { to: [{ role: 'manager' }], waitMinutes: 10, strategy: 'first-available' },
  ],
  repeat: 3,
  fallback: [],
  firstRound: 0,
};

const escalationColumn = z.object({
  levels: z.array(
    z.object({
      to: z.array(targetColumn),
      waitMinutes: z.number().nonnegative(),
      strategy: z.enum(['first-available', 'in-order']).nullish(),
      by: z.literal('chat').optional(),
      when: z.literal('working-hours').optional(),
    }),
  ),
  repeat: z.number().int().min(0).max(100),
  fallback: z.array(targetColumn).default([]),
  firstRound: z.number().int().nonnegative().default(0),
  isGentle: z.boolean().optional(),
});

/** A stored policy as an escalation; anything unreadable is the default, because a page must reach somebody. */
export function escalationFrom(stored: unknown): Escalation {
  const parsed = escalationColumn.safeParse(stored);
  if (!parsed.success) return defaultEscalation;
  const levels = parsed.data.levels.map(level => ({
    ...level,
    strategy: level.strategy ?? ('first-available' as const),
  }));
  return { ...parsed.data, levels };
}
