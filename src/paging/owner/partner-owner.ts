import { shared, strong } from '../../delivery/audience.ts';
import { type Card, sharedCard } from '../../delivery/card.ts';
import { openly } from '../../timeline/event.ts';
import type { Page } from '../page/page.ts';

/** "There is more on the page you have." */
export function moreForPartner({ customerId }: Page, customerName: string): Card<'shared'> {
  return sharedCard('page-update', customerId, {
    heading: shared`⚠️ ${strong(openly(customerName))}`,
    body: [shared`There is more on what you have. Your colleague here knows it, and tells you.`],
  });
}

/** "Are you still on it?" */
export function stillOnIt({ id, customerId }: Page, customerName: string): Card<'shared'> {
  return sharedCard('page-update', customerId, {
    heading: shared`⏳ ${strong(openly(customerName))}: are you still on it?`,
    body: [shared`Without a word from you I call somebody else.`],
    actions: [
      { id: 'page.acknowledge', label: 'Still on it', subject: id, style: 'primary' },
      { id: 'page.reassign', label: 'Hand back', subject: id },
    ],
  });
}
