import type { Person } from '../../customers/person.ts';
import { internal, time } from '../../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../../delivery/card.ts';
import { listOwnPages, type OwnPage } from '../../paging/page/list-own-pages.ts';
import type { Trip } from '../../shared/database.ts';
import { cutWords } from '../arrival/inbound.ts';

const shownAtMost = 5;

/** The open pages this person has, was called for, or answers for as a manager; the oldest first. */
export async function listPageCards(trip: Trip, { id }: Person): Promise<Card[]> {
  const pages = await listOwnPages(trip, id);
  if (pages.length === 0)
    return [internalCard('answer', null, { body: [internal`No page waits for you.`] })];
  return pages.slice(0, shownAtMost).map(pageCard);
}

function pageCard(page: OwnPage): Card<'internal'> {
  const { customerName, ownerName } = page;
  const who = page.isMine
    ? internal`You have it.`
    : internal`${ownerName === null ? 'Nobody has it yet.' : `${ownerName} has it.`}`;
  return internalCard('page', page.customerId, {
    heading: internal`⚠️ ${customerName}: ${cutWords(page.reason, 200)}`,
    body: [internal`Since ${time(page.raisedAt)}. ${who}`],
    actions: actionsFor(page),
  });
}

function actionsFor({ id, state, isCalled, isMine, isManaged }: OwnPage): Action[] {
  const take: Action = {
    id: 'page.acknowledge',
    label: 'I have it',
    subject: id,
    style: 'primary',
  };
  const pass: Action = { id: 'page.reassign', label: 'Pass on', subject: id };
  const end: Action = { id: 'page.resolve', label: 'Resolved', subject: id };
  if (state === 'open' && isCalled) return [take, pass];
  return isMine || isManaged ? [end, pass] : [];
}
