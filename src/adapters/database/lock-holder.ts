import { z } from 'zod';

/** What a lock file says about the process that holds the data directory. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it; null where the system does not say. */
  readonly startMark: string | null;
}

/** What this machine says about the process with the holder's pid. */
export interface Sighting {
  readonly host: string;
  readonly isRunning: boolean;
  readonly startMark: string | null;
}

const lockFile = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  startMark: z.string().nullable(),
});

/** The holder a lock file names, or null when it names none (a crash cut its writing short). */
export function lockHolderFrom(text: string): LockHolder | null {
  try {
    return lockFile.parse(JSON.parse(text));
  } catch {
    return null; // Not an error here: an unreadable lock has no holder.
  }
}

/**
 * True when the holder may still be there. A pid alone proves nothing: it may have been given to
 * another process since, which then began at another moment. A process on another host (or in
 * another container) cannot be seen from here, so it counts as alive.
 */
export function mayStillHold(holder: LockHolder, seen: Sighting): boolean {
  if (holder.host !== seen.host) return true;
  if (!seen.isRunning) return false;
  if (holder.startMark === null || seen.startMark === null) return true;
  return holder.startMark === seen.startMark;
}
