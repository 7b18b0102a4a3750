import { findInternalPlace } from '../../customers/find-places.ts';
import type { Draft } from '../../delivery/draft.ts';
import type { Trip } from '../../shared/database.ts';
import { courseCard } from './course-card.ts';
import type { PageView } from './page-view.ts';

/** The beginning of a page's thread in the vendor's own place, where there is one. */
export interface CourseDraft extends Draft {
  readonly to: { readonly placeId: string };
}

/** One thread a page tells the vendor's own place how it goes: its beginning, as a message. */
export async function findCourseDraft(
  { tx }: Pick<Trip, 'tx'>,
  view: PageView,
): Promise<CourseDraft | null> {
  const { id, customerId } = view.page;
  const place = await findInternalPlace(tx, customerId);
  if (!place) return null;
  const to = { placeId: place.id };
  return { key: `page-course:${id}`, lane: 'pages', to, card: courseCard(view) };
}
