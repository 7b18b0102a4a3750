import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { internal } from '../delivery/audience.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { type Page, pageFrom } from '../paging/page/page.ts';
import { unresolved } from '../paging/page/page-state.ts';
import { reassignPage } from '../paging/reassign-page.ts';
import type { Trip } from '../shared/database.ts';
import { tellTeam } from '../tasks/tell-team.ts';
import { listEvents } from '../timeline/list-events.ts';
import { handOverCard, type OpenPage } from './shift-card.ts';

export interface ShiftChange {
  readonly scheduleId: string;
  readonly beforeId: string;
  readonly afterId: string;
}

/** A shift has ended: what its person has or is called for by this schedule is the next one's, who is called for it with a note. */
export async function handOverPages(
  trip: Trip,
  { scheduleId, beforeId, afterId }: ShiftChange,
): Promise<void> {
  const { tx, now } = trip;
  const [before, after] = [await findPerson(tx, beforeId), await findPerson(tx, afterId)];
  if (!before || !after?.active) return;
  const pages = await listPages(trip, scheduleId, beforeId);
  if (pages.length === 0) return;
  const told = await Promise.all(pages.map(page => describe(trip, page)));
  for (const { id: pageId } of pages) {
    await reassignPage(trip, { pageId, byId: beforeId, toId: afterId });
  }
  const key = `handover:${scheduleId}:${now.toISOString()}`;
  for (const customerId of new Set(pages.map(page => page.customerId))) {
    await tellTeam(trip, {
      key: `${key}:${customerId}`,
      customerId,
      text: internal`The shift of ${before.name} is over: the open page rings for ${after.name} now.`,
    });
  }
  for (const [reader, person, other] of [
    ['after', after, before],
    ['before', before, after],
  ] as const) {
    await sendMessage(trip, {
      key: `${key}:${reader}`,
      lane: 'pages',
      to: { personId: person.id },
      card: handOverCard(told, { reader, otherName: other.name }),
    });
  }
}

/** Unresolved pages they have, or that ring for them, because this schedule named them: what is theirs in another role stays theirs. */
async function listPages({ tx }: Trip, scheduleId: string, personId: string): Promise<Page[]> {
  const rows = await tx.page.findMany({
    where: { ...unresolved, calls: { some: { personId, state: { not: 'planned' } } } },
    include: { calls: { where: { personId } } },
    orderBy: { raisedAt: 'asc' },
  });
  return rows
    .filter(row => {
      const page = pageFrom(row);
      const isTheirs = page.ownerId === personId || page.state === 'open';
      const isByShift = row.calls.some(({ level }) =>
        page.policy.levels[level]?.to.some(
          target => 'schedule' in target && target.schedule === scheduleId,
        ),
      );
      return isTheirs && isByShift;
    })
    .map(pageFrom);
}

async function describe(trip: Trip, page: Page): Promise<OpenPage> {
  const customer = await getCustomer(trip.tx, page.customerId);
  const events = await listEvents(trip, page.customerId, {
    kinds: ['page.updated'],
    since: page.raisedAt,
    limit: 20,
  });
  const last = events.find(({ data }) => data.pageId === page.id);
  return {
    customerName: customer.name,
    reason: page.reason,
    raisedAt: page.raisedAt,
    takenAt: page.state === 'acknowledged' ? page.acknowledgedAt : null,
    lastWords: last?.text ?? null,
    nextWordAt: page.nextWordAt,
  };
}
