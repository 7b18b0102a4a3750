import type { Trip } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import type { Page } from './page.ts';

/** So long the same words of the same person are the same call: somebody in fear presses more than once. */
const sameCallFor = minute;

export interface SaidOfPage {
  readonly personId: string | null;
  readonly text: string;
}

/** Has this person just added these very words to the page? They are counted, and told once. */
export async function wasJustSaid(
  { tx, now }: Trip,
  { id, customerId }: Pick<Page, 'id' | 'customerId'>,
  { personId, text }: SaidOfPage,
): Promise<boolean> {
  const said = await tx.event.findMany({
    where: {
      customerId,
      kind: 'page.joined',
      authorId: personId,
      text,
      at: { gt: plus(now, -sameCallFor) },
    },
    select: { data: true },
  });
  return said.some(({ data }) => (data as { pageId?: unknown } | null)?.pageId === id);
}
