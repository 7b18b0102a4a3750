import type { Trip } from '../../../shared/database.ts';

/** A number for each person and place that grows with everything said there: the mark of something new. */
export interface Marks {
  of(id: string): number;
}

/** The marks of all conversations, in one query. */
export async function loadMarks({ tx }: Pick<Trip, 'tx'>): Promise<Marks> {
  const rows = await tx.$queryRaw<{ id: string; mark: number }[]>`
    SELECT coalesce("toPlaceId", "toPersonId") AS id, sum(revision)::int AS mark FROM message
    WHERE state NOT IN ('withdrawn', 'parked', 'failed') GROUP BY 1
    UNION ALL
    SELECT payload->'in'->>'channel' AS id, count(*)::int AS mark FROM inbox
    WHERE payload->'in'->>'channel' IS NOT NULL AND payload->'said'->>'kind' = 'text' GROUP BY 1`;
  const marks = new Map<string, number>();
  for (const { id, mark } of rows) marks.set(id, (marks.get(id) ?? 0) + mark);
  return { of: id => marks.get(id) ?? 0 };
}
