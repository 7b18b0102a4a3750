import type { TimelineEvent } from '../../timeline/event.ts';
import type { Page } from '../page/page.ts';

const most = 5;

/**
 * What was done about a page so far, newest first: who had it before, what they wrote, how it was once
 * resolved. Nothing of what its present owner is known to have begun with.
 */
export function triedOf(page: Page, course: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return course
    .filter(event => !isKnownAnyway(event, page) && !isShortForm(event, course))
    .slice(0, most);
}

function isKnownAnyway({ kind, authorId }: TimelineEvent, { ownerId }: Page): boolean {
  if (kind === 'page.reassigned') return true;
  return kind === 'page.acknowledged' && ownerId !== null && authorId === ownerId;
}

/** A resolution whose note is ours alone stands there twice: in full, and as the customer reads it. */
export function isShortForm(
  { kind, visibility, at }: TimelineEvent,
  own: readonly TimelineEvent[],
): boolean {
  if (kind !== 'page.resolved' || visibility === 'internal') return false;
  return own.some(
    other =>
      other.kind === kind && other.visibility === 'internal' && other.at.getTime() === at.getTime(),
  );
}
