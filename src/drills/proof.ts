import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Gap } from '../on-call/schedule.ts';

/** Everything a drill proves something about. When any of it changes, it proves nothing any more. */
export const proofColumn = z.object({
  /** Who is called at which level, and for how long. */
  ladder: z.unknown(),
  /** Who serves when, between the drill and the end of the window. */
  schedule: z.unknown(),
  /** How each of them is reached. */
  media: z.unknown(),
  window: z.object({ from: z.string(), until: z.string() }),
});

export type Proof = z.output<typeof proofColumn>;

/** A stretch of the window in which a schedule on the ladder has nobody. */
export interface OpenStretch extends Gap {
  readonly scheduleId: string;
}

const names = {
  ladder: 'the ladder',
  schedule: 'the on-call schedule',
  media: 'how somebody is reached',
  window: 'the window',
} as const;

/** What has changed between two proofs, in words: "the ladder and the window"; null when nothing has. */
export function changedSince(before: Proof, now: Proof): string | null {
  const parts = (['ladder', 'schedule', 'media', 'window'] as const)
    .filter(part => !isDeepStrictEqual(before[part], now[part]))
    .map(part => names[part]);
  if (parts.length === 0) return null;
  return parts.length === 1
    ? `${parts[0]}`
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
