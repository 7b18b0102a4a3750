import type { Trip } from '../../shared/database.ts';
import type { PlannedCall } from '../ladder/chase.ts';
import type { Position } from '../ladder/position.ts';
import type { Page } from '../page/page.ts';

export interface CallsToPlan {
  readonly page: Pick<Page, 'id'>;
  readonly position: Position;
  readonly calls: readonly PlannedCall[];
}

/** Writes down calls to be made at their time. The page must be locked, because calls are numbered in order. */
export async function planCalls(
  { tx }: Trip,
  { page, position, calls }: CallsToPlan,
): Promise<void> {
  const before = await tx.pageCall.count({ where: { pageId: page.id } });
  const data = calls.map(({ personId, via, address, dueAt }, index) => {
    const id = `${page.id}-${String(before + index + 1).padStart(5, '0')}`;
    const { level, round } = position;
    return {
      id,
      pageId: page.id,
      personId,
      level,
      round,
      via,
      address,
      state: 'planned',
      messageKey: `page-call:${id}`,
      dueAt,
    };
  });
  await tx.pageCall.createMany({ data });
}
