import { findPerson } from '../customers/find-person.ts';
import type { Person } from '../customers/person.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { peopleOf } from '../on-call/schedule.ts';
import type { Trip } from '../shared/database.ts';
import { earliest, hour, plus } from '../shared/time.ts';
import { askCover } from '../shifts/ask-cover.ts';
import { settleCover } from '../shifts/settle-cover.ts';
import { type Absence, absencesFrom, isAway } from './absence.ts';
import { type Conflict, conflictCard, uncoveredCard } from './absence-card.ts';
import { coverPlan } from './cover-plan.ts';
import { type AwayShift, findConflicts } from './find-conflicts.ts';
import { listAnswerable } from './list-answerable.ts';

/** Schedules change without a word to us: shifts are looked at again at least so often while an absence is to come. */
const lookAgain = 6 * hour;

/** Engine handler: the shifts of somebody who is away then are offered to their colleagues, one after the other. */
export async function followAbsences(trip: Trip, personId: string): Promise<void> {
  const { tx, now } = trip;
  const calendar = await tx.absenceCalendar.findUniqueOrThrow({ where: { personId } });
  const person = await findPerson(tx, personId);
  const coming = absencesFrom(calendar.absences).filter(({ until }) => until > now);
  const conflicts = person?.active ? await findConflicts(trip, personId, coming) : [];
  await settleOthers(trip, personId, conflicts);
  const followed: Followed[] = [];
  for (const conflict of person ? conflicts : []) {
    followed.push(await follow(trip, person as Person, conflict));
  }
  const fresh = followed.flatMap(({ told }) => told ?? []);
  if (fresh.length > 0) {
    await sendMessage(trip, {
      key: `absence:${personId}:${now.toISOString()}`,
      lane: 'replies',
      to: { personId },
      card: conflictCard(fresh),
    });
  }
  const looks = followed.map(({ lookAgainAt }) => lookAgainAt);
  const dueAt = coming.length > 0 ? earliest([...looks, plus(now, lookAgain)]) : null;
  await tx.absenceCalendar.update({ where: { personId }, data: { dueAt } });
}

interface Followed {
  /** Set the first time it is seen. */
  readonly told: Conflict | null;
  readonly lookAgainAt: Date | null;
}

async function follow(
  trip: Trip,
  person: Person,
  { schedule, from, until }: AwayShift,
): Promise<Followed> {
  const { now } = trip;
  const shift = { scheduleId: schedule.id, from, until };
  const candidates = await listCandidates(trip, person, { schedule, from, until });
  const asked = await listAsked(trip, { ...shift, askerId: person.id }, candidates);
  const step = coverPlan({ shift, asked, candidates: candidates.map(({ id }) => id) }, now);
  const isFirst = asked.length === 0;
  if (step.kind === 'wait') return { told: null, lookAgainAt: step.lookAgainAt };
  if (step.kind === 'nobody') {
    const isNews = await tellNobody(trip, person, shift);
    return { told: isFirst && isNews ? { ...shift, askedName: null } : null, lookAgainAt: null };
  }
  const to = candidates.find(({ id }) => id === step.personId) ?? null;
  if (to) await askCover(trip, { ...shift, asker: person, to, isForAbsence: true });
  const told = isFirst ? { ...shift, askedName: to?.name ?? null } : null;
  return { told, lookAgainAt: step.lookAgainAt };
}

/** Who was asked for this shift. Whoever could not take it any more, being away themselves, need not answer. */
async function listAsked(
  trip: Trip,
  shift: Absence & { readonly scheduleId: string; readonly askerId: string },
  candidates: readonly Person[],
) {
  const where = { ...shift, isForAbsence: true, state: 'asked' };
  for (const cover of await trip.tx.cover.findMany({ where })) {
    if (candidates.every(({ id }) => id !== cover.toId)) await settleCover(trip, cover);
  }
  return trip.tx.cover.findMany({ where: shift });
}

/** Everybody else on the schedule who is here and not away themselves, whoever comes after them in its list first. */
async function listCandidates(
  { tx, now }: Trip,
  person: Person,
  { schedule, ...shift }: AwayShift,
): Promise<Person[]> {
  const ids = peopleOf(schedule, now);
  const after = ids.indexOf(person.id) + 1;
  const order = [...ids.slice(after), ...ids.slice(0, after)].filter(id => id !== person.id);
  const calendars = await tx.absenceCalendar.findMany({ where: { personId: { in: order } } });
  const away = new Set(
    calendars
      .filter(({ absences }) => isAway(absencesFrom(absences), shift))
      .map(({ personId }) => personId),
  );
  const people: Person[] = [];
  for (const id of order.filter(one => !away.has(one))) {
    const colleague = await findPerson(tx, id);
    if (colleague?.active && colleague.side === 'vendor') people.push(colleague);
  }
  return people;
}

/** Everybody was asked in vain: whoever answers for the schedule is told, once; true the first time. */
async function tellNobody(
  trip: Trip,
  person: Person,
  shift: Absence & { readonly scheduleId: string },
): Promise<boolean> {
  const key = `absence-uncovered:${person.id}:${shift.scheduleId}:${shift.from.toISOString()}`;
  const before = await trip.tx.message.count({ where: { key: { startsWith: key } } });
  if (before > 0) return false;
  for (const personId of await listAnswerable(trip.tx, shift.scheduleId)) {
    await sendMessage(trip, {
      key: `${key}:${personId}`,
      lane: 'replies',
      to: { personId },
      card: uncoveredCard({ ...shift, personName: person.name }),
    });
  }
  return true;
}

/** Who was asked for a shift that needs nobody any more reads that. */
async function settleOthers(
  trip: Trip,
  askerId: string,
  conflicts: readonly AwayShift[],
): Promise<void> {
  const open = await trip.tx.cover.findMany({
    where: { askerId, isForAbsence: true, state: 'asked' },
  });
  for (const cover of open) {
    const isNeeded = conflicts.some(
      ({ schedule, from, until }) =>
        schedule.id === cover.scheduleId && +from === +cover.from && +until === +cover.until,
    );
    if (!isNeeded) await settleCover(trip, cover);
  }
}
