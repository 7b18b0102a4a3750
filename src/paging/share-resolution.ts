import { z } from 'zod';
import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { lockPage } from './page/page-lock.ts';
import { showPage } from './show/show-page.ts';
import { tellPageWord } from './show/tell-page-word.ts';

/** What the fact of a resolution keeps of a note that is ours alone. */
const keptNote = z.object({ pageId: z.string(), note: z.string() });

export interface NoteToShare {
  readonly pageId: string;
  readonly personId: string;
}

/** `nothing`: there is no note of ours to share, or the page is open again. */
export type SharedResolution = 'shared' | 'already' | 'nothing';

/** The note of a resolution, ours alone until now, becomes the customer's to read, in the receipt and as a new message. */
export async function shareResolution(
  trip: Trip,
  { pageId, personId }: NoteToShare,
): Promise<SharedResolution> {
  const { tx } = trip;
  const page = await lockPage(trip, pageId);
  if (page.state !== 'resolved' || !page.isShared || !page.resolvedAt) return 'nothing';
  if (page.resolution) return 'already';
  const rows = await tx.event.findMany({
    where: {
      customerId: page.customerId,
      kind: 'page.resolved',
      visibility: 'internal',
      at: page.resolvedAt,
    },
    orderBy: { seq: 'desc' },
  });
  const kept = rows.find(({ data }) => keptNote.safeParse(data).data?.pageId === pageId);
  const note = keptNote.safeParse(kept?.data).data?.note;
  if (!note) return 'nothing';
  await tx.page.update({ where: { id: pageId }, data: { resolution: note } });
  const by = await findPerson(tx, page.resolvedById);
  const factId = await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.updated',
    visibility: 'shared',
    text: `${by?.name ?? 'A colleague'}: ${note}`,
    authorId: personId,
    data: { pageId },
  });
  const view = await showPage(trip, pageId);
  await tellPageWord(trip, { pageId, view }, { kind: 'noted', factId });
  return 'shared';
}
