import type { Trip } from '../../shared/database.ts';
import { plus } from '../../shared/time.ts';
import type { Page } from '../page/page.ts';

/**
 * After the engine stood still, the rest of a page's plan moves by the time it stood: methods keep their
 * distance and the level keeps its wait, instead of everything going out at once. Returns the page as it then is.
 */
export async function delayCalls({ tx }: Trip, page: Page, milliseconds: number): Promise<Page> {
  const planned = await tx.pageCall.findMany({
    where: { pageId: page.id, state: 'planned', dueAt: { not: null } },
  });
  for (const { id, dueAt } of planned) {
    if (dueAt)
      await tx.pageCall.update({ where: { id }, data: { dueAt: plus(dueAt, milliseconds) } });
  }
  if (!page.dueAt) return page;
  const dueAt = plus(page.dueAt, milliseconds);
  await tx.page.update({ where: { id: page.id }, data: { dueAt } });
  return { ...page, dueAt };
}
