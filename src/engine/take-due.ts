import { type Lane, lanes } from '../delivery/draft.ts';
import type { Trip } from '../shared/database.ts';
import type { Module } from './module.ts';

export interface Taken {
  readonly id: string;
  readonly hasMore: boolean;
  /** Where something waits to be said because of it. */
  readonly lanes: readonly Lane[];
}

/**
 * Has the module's next due row handled in this trip; null when nothing is due. `onMore` is called before, when others
 * are due as well.
 */
export async function takeDue(
  trip: Trip,
  module: Module,
  onMore: () => void = () => {},
): Promise<Taken | null> {
  const due = await module.take(trip);
  if (!due) return null;
  const { id, hasMore } = due;
  if (hasMore) onMore();
  try {
    await due.handle();
  } catch (error) {
    throw new DueError(module.name, id, error);
  }
  return { id, hasMore, lanes: lanes.filter(lane => trip.lanes.has(lane)) };
}

/** A due row could not be handled; the trip was rolled back. */
export class DueError extends Error {
  readonly module: string;
  readonly id: string;

  constructor(module: string, id: string, cause: unknown) {
    super(`${module} could not handle ${id}`, { cause });
    this.name = 'DueError';
    this.module = module;
    this.id = id;
  }
}
