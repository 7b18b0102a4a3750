import { findPerson } from '../../customers/find-person.ts';
import { internal, type Text, time } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import { listSchedules } from '../../on-call/list-schedules.ts';
import { nextOnCall, onCallAt, type Schedule } from '../../on-call/schedule.ts';
import type { Trip } from '../../shared/database.ts';

/** As many schedules as one message shows. */
const shownAtMost = 20;

type Read = Pick<Trip, 'tx' | 'now'>;

/** Who is on call now by each schedule, until when, and who is next: a line each. */
export async function listDutyLines(read: Read): Promise<Text<'internal'>[]> {
  const lines: Text<'internal'>[] = [];
  for (const schedule of (await listSchedules(read.tx)).slice(0, shownAtMost))
    lines.push(await dutyLine(read, schedule));
  return lines;
}

async function dutyLine(read: Read, schedule: Schedule): Promise<Text<'internal'>> {
  const now = onCallAt(schedule, read.now);
  const next = nextOnCall(schedule, read.now);
  const nextPerson = await findPerson(read.tx, next?.personId);
  const then = next && nextPerson ? internal`, then ${nextPerson.name}` : internal``;
  if (!now) {
    const from = next
      ? internal` Next: ${nextPerson?.name ?? next.personId}, from ${time(next.from)}.`
      : internal``;
    return internal`${schedule.id}: ⚠️ nobody is on call now.${from}`;
  }
  const person = await findPerson(read.tx, now.personId);
  return internal`${schedule.id}: ${person?.name ?? now.personId} until ${time(now.until)}${then}.`;
}

/** Who is on call now and next. */
export async function listDutyCards(trip: Trip): Promise<Card[]> {
  const lines = await listDutyLines(trip);
  if (lines.length === 0) return [];
  return [internalCard('answer', null, { heading: internal`On call`, body: lines })];
}
