import type { Trip } from '../../shared/database.ts';
import { day, plus } from '../../shared/time.ts';
import { tellColleague } from '../../tasks/tell-colleague.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { namedIn } from './thanked.ts';

/** So long after a page was solved, a thank-you that names nobody is for whoever solved it. */
const solvedFor = day;

export interface Thanks {
  /** The same key carries it once. */
  readonly key: string;
  readonly customerId: string;
  readonly words: string;
  /** As the vendor's people read it: who said it, and the words. */
  readonly text: string;
  readonly advocateId: string | null;
}

/** Carries a thank-you to those it names, else to whoever just solved something for them, in their hours; and counts it. */
export async function carryThanks(trip: Trip, thanks: Thanks): Promise<void> {
  const { key, customerId, words, text, advocateId } = thanks;
  const earned = await listEarners(trip, thanks);
  if (earned.length === 0) return;
  await recordEvent(trip, {
    customerId,
    kind: 'thanks.carried',
    visibility: 'internal',
    text: `Thanks for ${earned.map(({ name }) => name).join(', ')}: "${words}"`,
    data: { personIds: earned.map(({ id }) => id) },
  });
  for (const { id } of earned) {
    if (id === advocateId) continue;
    await tellColleague(trip, {
      key: `${key}:${id}`,
      personId: id,
      customerId,
      kind: 'thanks',
      text,
      urgency: 'in-hours',
    });
  }
}

async function listEarners({ tx, now }: Trip, { customerId, words }: Thanks) {
  const people = await tx.person.findMany({
    where: { side: 'vendor', active: true },
    select: { id: true, name: true },
  });
  const named = namedIn(words, people);
  if (named.length > 0) return named;
  const solved = await tx.page.findFirst({
    where: { customerId, resolvedAt: { gt: plus(now, -solvedFor) } },
    orderBy: { resolvedAt: 'desc' },
    select: { ownerId: true, resolvedById: true },
  });
  return people.filter(({ id }) => id === (solved?.resolvedById ?? solved?.ownerId));
}
