import type { Trip } from '../shared/database.ts';

export interface CalendarOwner {
  readonly id: string;
  readonly side: string;
  /** Where their calendar is; null where they have none. */
  readonly absencesUrl: string | null;
}

/** The calendars of people who are new or have changed: another address is read at once, one that is gone says nothing any more. */
export async function watchCalendars(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  people: readonly CalendarOwner[],
): Promise<void> {
  const known = new Map(
    (await tx.absenceCalendar.findMany({ select: { personId: true, url: true } })).map(
      ({ personId, url }) => [personId, url] as const,
    ),
  );
  for (const { id: personId, side, absencesUrl } of people) {
    const url = side === 'vendor' ? absencesUrl : null;
    if (url === (known.get(personId) ?? null)) continue;
    await tx.absenceCalendar.deleteMany({ where: { personId } });
    // What was asked because of the one before is looked at again: it may not be needed any more.
    await tx.absenceCalendar.create({
      data: { personId, url: url ?? '', readDueAt: url === null ? null : now, dueAt: now },
    });
  }
}
