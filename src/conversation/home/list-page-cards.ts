import type { Person } from '../../customers/person.ts';
import { internal, time } from '../../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../../delivery/card.ts';
import { calledFor, unresolved } from '../../paging/page/page-state.ts';
import type { Trip } from '../../shared/database.ts';
import { cutWords } from '../arrival/inbound.ts';

const shownAtMost = 5;

/** The open pages this person has, was called for, or answers for as a manager; the oldest first. */
export async function listPageCards({ tx }: Trip, person: Person): Promise<Card[]> {
  const { id } = person;
  const managed = await tx.customer.findMany({ where: { managerId: id }, select: { id: true } });
  const pages = await tx.page.findMany({
    where: {
      ...unresolved,
      OR: [{ ownerId: id }, calledFor(id), { customerId: { in: managed.map(one => one.id) } }],
    },
    include: { calls: { where: { personId: id, state: { not: 'planned' } }, take: 1 } },
    orderBy: { raisedAt: 'asc' },
    take: shownAtMost,
  });
  if (pages.length === 0)
    return [internalCard('answer', null, { body: [internal`No page waits for you.`] })];
  const names = await listNames(tx, pages);
  return pages.map(page =>
    pageCard(page, {
      isCalled: page.calls.length > 0,
      isMine: page.ownerId === id,
      isManaged: managed.some(one => one.id === page.customerId),
      customerName: names.get(page.customerId) ?? page.customerId,
      ownerName: page.ownerId ? (names.get(page.ownerId) ?? page.ownerId) : null,
    }),
  );
}

interface PageRow {
  readonly id: string;
  readonly customerId: string;
  readonly state: string;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly ownerId: string | null;
}

async function listNames(tx: Trip['tx'], pages: readonly PageRow[]): Promise<Map<string, string>> {
  const customers = await tx.customer.findMany({
    where: { id: { in: pages.map(({ customerId }) => customerId) } },
    select: { id: true, name: true },
  });
  const owners = await tx.person.findMany({
    where: { id: { in: pages.flatMap(({ ownerId }) => ownerId ?? []) } },
    select: { id: true, name: true },
  });
  return new Map([...customers, ...owners].map(({ id, name }) => [id, name]));
}

interface Mine {
  readonly isCalled: boolean;
  readonly isMine: boolean;
  readonly isManaged: boolean;
  readonly customerName: string;
  readonly ownerName: string | null;
}

function pageCard(page: PageRow, mine: Mine): Card<'internal'> {
  const { customerName, ownerName } = mine;
  const who = mine.isMine
    ? internal`You have it.`
    : internal`${ownerName === null ? 'Nobody has it yet.' : `${ownerName} has it.`}`;
  return internalCard('page', page.customerId, {
    heading: internal`⚠️ ${customerName}: ${cutWords(page.reason, 200)}`,
    body: [internal`Since ${time(page.raisedAt)}. ${who}`],
    actions: actionsFor(page, mine),
  });
}

function actionsFor({ id, state }: PageRow, { isCalled, isMine, isManaged }: Mine): Action[] {
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
