import { shared, strong, type Text, time, words } from '../../delivery/audience.ts';
import { type Action, type Card, sharedCard } from '../../delivery/card.ts';
import { openly } from '../../timeline/event.ts';
import { nameIn, type PageView } from './page-view.ts';

/**
 * What a partner's person sees of a page: whose it is, whom to ask, and what was said only where they have read it themselves.
 * It is branded as what the customer may read, so that nothing of ours can stand in it.
 */
export function partnerCard(view: PageView, personId: string): Card<'shared'> {
  const { page } = view;
  switch (page.state) {
    case 'open':
      return card(view, {
        mark: '⚠️',
        body: [
          ...saidLines(view, personId),
          shared`You are called because you can help. ${advocateOf(view)} knows more, and comes back to you here.`,
        ],
        actions: [
          { id: 'page.acknowledge', label: 'I have it', subject: page.id, style: 'primary' },
          { id: 'page.reassign', label: 'Hand back', subject: page.id },
        ],
      });
    case 'acknowledged':
      return page.ownerId === personId
        ? card(view, {
            mark: '✅',
            body: [
              shared`You have it, since ${time(page.acknowledgedAt ?? view.now)}.`,
              ...saidLines(view, personId),
              shared`When you are done, or it is not yours: type back and what you found.`,
            ],
            actions: [{ id: 'page.reassign', label: 'Hand back', subject: page.id }],
          })
        : partnerOlderCard(view);
    case 'resolved':
      return partnerOlderCard(view);
  }
}

/** A copy with which a partner's person has nothing to do any more. */
export function partnerOlderCard(view: PageView): Card<'shared'> {
  const isOpen = view.page.state === 'open';
  const body = isOpen
    ? [shared`I called you again since: the newest of these cards is the one to answer.`]
    : [shared`Somebody else has it, or it is solved. Nothing for you to do.`];
  return card(view, { mark: isOpen ? '⚠️' : '✅', body });
}

interface Parts {
  readonly mark: '⚠️' | '✅';
  readonly body: readonly Text<'shared'>[];
  readonly actions?: readonly Action[];
}

function card({ customer }: PageView, { mark, ...parts }: Parts): Card<'shared'> {
  const name = strong(openly(customer.name));
  return sharedCard('page', customer.id, {
    heading: mark === '✅' ? shared`✅ ${name}` : shared`⚠️ ${name} needs somebody`,
    ...parts,
  });
}

/** The customer's own words, for whoever is in the place where they were said. */
function saidLines({ page, partnersHere }: PageView, personId: string): Text<'shared'>[] {
  const mayRead = page.raisedBy === 'customer' && partnersHere.includes(personId);
  return mayRead ? [shared`“${words(openly(page.reason.slice(0, 300)))}”`] : [];
}

function advocateOf(view: PageView) {
  return words(openly(nameIn(view, view.customer.advocateId)));
}
