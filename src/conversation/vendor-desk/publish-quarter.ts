import { internal, time } from '../../delivery/audience.ts';
import { type Publishing, publishReview } from '../../quarters/publish-review.ts';
import { showDraft } from '../../quarters/show-draft.ts';
import type { Trip } from '../../shared/database.ts';
import { privateNote, type Reply } from '../replies/reply.ts';

/** Publishes a quarter's review and says what came of it; where it is not what was seen any more, it is shown again. */
export async function publishQuarter(trip: Trip, publishing: Publishing): Promise<Reply> {
  const { customer, quarter } = publishing;
  const { name } = customer;
  const isRunning = trip.now < quarter.until;
  const which = isRunning ? `${quarter.name} so far` : quarter.name;
  const later = isRunning
    ? internal` That of the whole quarter is drafted on ${time(quarter.until, 'day')}.`
    : '';
  switch (await publishReview(trip, publishing)) {
    case 'published':
      return privateNote(internal`${name} reads the review of ${which} in its own place.${later}`);
    case 'before':
      return privateNote(internal`${name} has the review of ${which} already.${later}`);
    case 'nowhere':
      return privateNote(internal`${name} has no place of its own yet, so nothing is published.`);
    case 'changed': {
      const card = await showDraft(trip, { customer, quarter, readerId: publishing.by.id });
      return card
        ? { card, isPrivate: true }
        : privateNote(internal`No fact tells anything of ${quarter.name} at ${name}.`);
    }
  }
}
