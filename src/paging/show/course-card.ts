import { internal, strong, type Text, time } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import { openly, type TimelineEvent } from '../../timeline/event.ts';
import { nextWordOf } from '../page/next-word.ts';
import { nameIn, type PageView } from './page-view.ts';

/** The message in the vendor's own place under which a page's course is told; changed in place as the page moves. */
export function courseCard(view: PageView): Card<'internal'> {
  const { page, customer } = view;
  const mark = page.state === 'open' ? '⚠️' : '✅';
  return internalCard('page-update', customer.id, {
    heading: internal`${mark} ${strong(openly(customer.name))}, page of ${time(page.raisedAt)}`,
    body: [internal`"${page.reason.slice(0, 300)}"`, standingLine(view)],
  });
}

function standingLine(view: PageView): Text<'internal'> {
  const { page, now } = view;
  switch (page.state) {
    case 'open':
      return internal`Nobody has it yet.`;
    case 'acknowledged':
      return internal`${nameIn(view, page.ownerId)} has it, since ${time(page.acknowledgedAt ?? now)}; word by ${time(nextWordOf(page, now))}.`;
    case 'resolved':
      return internal`Resolved by ${nameIn(view, page.resolvedById)}, ${time(page.resolvedAt ?? now)}.`;
  }
}

/** One thing that happened to it. */
export function courseLine({ customerId, at, text }: TimelineEvent): Card<'internal'> {
  return internalCard('page-update', customerId, { body: [internal`${time(at)} ${text}`] });
}
