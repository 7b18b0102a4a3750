import { hour, minute, plus } from '../../shared/time.ts';

/** How often one number is called or written to at most, whatever burns: more is noise that gets a phone switched off. */
const limits: Readonly<Record<string, readonly { calls: number; within: number }[]>> = {
  voice: [
    { calls: 3, within: 15 * minute },
    { calls: 7, within: hour },
  ],
  sms: [
    { calls: 5, within: 15 * minute },
    { calls: 11, within: hour },
  ],
};

/** Has this medium any limit? */
export function isLimited(via: string): boolean {
  return limits[via] !== undefined;
}

/**
 * When the next call may go out to a number called at these moments of the last hour, newest first; null = now. Whoever was
 * not called of late is called at once.
 */
export function callTimeAfter(via: string, before: readonly Date[], now: Date): Date | null {
  const waits = (limits[via] ?? []).flatMap(({ calls, within }) => {
    const recent = before.filter(at => at > plus(now, -within));
    const oldest = recent[calls - 1];
    return oldest ? [plus(oldest, within)] : [];
  });
  return waits.length === 0 ? null : new Date(Math.max(...waits.map(Number)));
}
