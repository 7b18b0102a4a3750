import type { Trip } from '../../shared/database.ts';
import type { Page } from './page.ts';

export interface PageWords {
  readonly personId: string | null;
  readonly text: string;
}

/** Adds words to a locked page and counts them. */
export async function addWords(
  { tx, now }: Trip,
  page: Page,
  { personId, text }: PageWords,
): Promise<void> {
  const { joined } = await tx.page.update({
    where: { id: page.id },
    data: { joined: { increment: 1 } },
    select: { joined: true },
  });
  const id = `${page.id}-${String(joined).padStart(5, '0')}`;
  await tx.pageWords.create({ data: { id, pageId: page.id, personId, text, at: now } });
}
