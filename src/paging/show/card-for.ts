import type { Card } from '../../delivery/card.ts';
import type { Brief } from './brief.ts';
import { olderCard, pageCard } from './page-card.ts';
import type { PageView } from './page-view.ts';
import { partnerCard, partnerOlderCard } from './partner-card.ts';

/** The page as this person may see it. */
export function cardFor(view: PageView, personId: string, brief: Brief): Card {
  return isPartner(view, personId) ? partnerCard(view, personId) : pageCard(view, personId, brief);
}

/** A copy with which nothing is to be done any more, as this person may see it. */
export function olderCardFor(view: PageView, personId: string): Card {
  return isPartner(view, personId) ? partnerOlderCard(view) : olderCard(view, personId);
}

function isPartner({ roster }: PageView, personId: string): boolean {
  return roster.people.some(({ id, isPartner: is }) => id === personId && is === true);
}
