import { didText } from '../../../check-ins/changes/did-text.ts';
import { internal, type Text, time } from '../../../delivery/audience.ts';
import { plainSpans } from '../../../delivery/plain-text.ts';
import type { Trip } from '../../../shared/database.ts';
import { propertyOf } from '../../../shared/errors.ts';
import type { EventKind } from '../../../timeline/event.ts';

/** Something a person did about a customer. */
export interface Doing {
  readonly at: Date;
  readonly text: Text<'internal'>;
}

/** Facts that somebody made; what only happened is no deed. */
const deeds: readonly EventKind[] = [
  'milestone.planned',
  'milestone.underway',
  'milestone.done',
  'milestone.late',
  'milestone.slipped',
  'milestone.cancelled',
  'milestone.rolled-back',
  'page.raised',
  'page.acknowledged',
  'page.reassigned',
  'page.updated',
  'page.resolved',
  'page.reopened',
  'promise.made',
  'promise.kept',
  'promise.moved',
  'task.closed',
  'graduation.accepted',
  'graduation.declined',
];

/** How far back is looked. */
const most = 300;

/**
 * What people did about a customer, the newest first: changes of check-ins and places, pages, steps, promises, tasks, and what
 * was written down or published. With `words`, only what has all of them in it, names of people included.
 */
export async function listDoings(
  trip: Trip,
  { customerId, words }: { readonly customerId: string; readonly words: string },
): Promise<Doing[]> {
  const { tx } = trip;
  const audits = await tx.audit.findMany({
    where: { customerId },
    orderBy: { seq: 'desc' },
    take: most,
  });
  const facts = await tx.event.findMany({
    where: { customerId, authorId: { not: null }, kind: { in: [...deeds, 'note'] } },
    orderBy: { seq: 'desc' },
    take: most,
  });
  const ids = [...audits.map(({ actorId }) => actorId), ...facts.map(({ authorId }) => authorId)];
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(ids.flatMap(id => id ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? id) : 'Handrail');
  const doings = [
    ...audits.map(row => ({ at: row.at, text: changeText(row, nameOf(row.actorId)) })),
    ...facts.map(row => ({ at: row.recordedAt, text: factText(row, nameOf(row.authorId)) })),
  ];
  const wanted = words.toLowerCase().split(/\s+/);
  const reader = { timeZone: 'UTC', now: trip.now };
  return doings
    .filter(({ text }) => {
      const said = plainSpans(text, reader).toLowerCase();
      return wanted.every(word => said.includes(word));
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

interface Change {
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly why: string | null;
  readonly undoneAt: Date | null;
}

function changeText(row: Change, name: string): Text<'internal'> {
  const why =
    row.why && row.action !== 'cadence.undo' ? internal`, because ${row.why}` : internal``;
  const undone = row.undoneAt ? internal` Undone ${time(row.undoneAt)}.` : internal``;
  return internal`${name} ${whatText(row)}${why}.${undone}`;
}

/** Some changes bring their own words: "#northwind-shared as shared, read by 1 company outside ours". */
function whatText({ action, before, after }: Change): Text<'internal'> {
  const said = propertyOf(after, 'said');
  if (typeof said === 'string') return internal`settled ${said}`;
  if (!action.startsWith('cadence.')) return internal`${action}`;
  const did = didText(before, after);
  return action === 'cadence.undo' ? internal`took a change back: ${did}` : did;
}

interface Fact {
  readonly kind: string;
  readonly visibility: string;
  readonly text: string;
}

function factText({ kind, visibility, text }: Fact, name: string): Text<'internal'> {
  if (kind !== 'note') return internal`${name}: ${text}`;
  return visibility === 'shared'
    ? internal`${name} published: ${text}`
    : internal`${name} wrote down: ${text}`;
}
