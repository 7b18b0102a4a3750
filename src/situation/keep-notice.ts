import type { Trip } from '../shared/database.ts';
import type { Milestone } from '../transitions/milestone.ts';

/** What a notice waits for. */
export type NoticeState = 'underway' | 'done';

export interface NoticeWish {
  /** What was said; said once, it is kept once. */
  readonly inboxId: string;
  readonly milestone: Pick<Milestone, 'id' | 'customerId'>;
  readonly state: NoticeState;
  /** Who is told, and where. */
  readonly asker: {
    readonly personId: string | null;
    readonly placeId: string | null;
    readonly threadOf: string | null;
  };
}

/** Keeps that somebody wants to be told once, when this step is done or begins. */
export async function keepNotice(
  { tx, now, random }: Trip,
  { inboxId, milestone, state, asker }: NoticeWish,
): Promise<void> {
  const { id: milestoneId, customerId } = milestone;
  const same = { milestoneId, state, ...asker, toldAt: null };
  // Wished twice is one wish: whoever asks again wants to be sure, not to be told twice.
  if ((await tx.notice.count({ where: same })) > 0) return;
  const key = `${inboxId}:${milestoneId}`;
  const row = { id: random.id(), key, customerId, milestoneId, state, ...asker, askedAt: now };
  await tx.notice.createMany({ data: [row], skipDuplicates: true });
}
