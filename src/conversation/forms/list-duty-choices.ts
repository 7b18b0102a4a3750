import { mayDo } from '../../customers/permission.ts';
import { listSchedules } from '../../on-call/list-schedules.ts';
import { peopleOf, type Schedule } from '../../on-call/schedule.ts';
import type { Trip } from '../../shared/database.ts';
import { type Filler, filledIn } from './filler.ts';
import { mostOptions } from './list-customer-choices.ts';

export interface DutyChoices {
  readonly schedules: readonly Schedule[];
  readonly schedule: Schedule | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly personId: string | null;
}

/** The schedules and the colleagues who could take a shift, those who have turns on it first; null for whoever may not swap. */
export async function listDutyChoices(
  { tx, now }: Trip,
  filler: Filler,
): Promise<DutyChoices | null> {
  const about = { customerId: '', managerId: null, placeCustomerId: null };
  if (!mayDo('override', filler.actor, about)) return null;
  const schedules = (await listSchedules(tx)).slice(0, mostOptions);
  const picked = filledIn(filler, 'schedule');
  const only = schedules.length === 1 ? schedules[0] : undefined;
  const schedule = schedules.find(({ id }) => id === picked) ?? only ?? null;
  const where = { side: 'vendor', active: true };
  const turns = schedule ? peopleOf(schedule, now) : [];
  const select = { id: true, name: true };
  const rota = await tx.person.findMany({
    where: { ...where, id: { in: [...turns] } },
    orderBy: { name: 'asc' },
    select,
  });
  const others = await tx.person.findMany({
    where: { ...where, id: { notIn: [...turns] } },
    orderBy: { name: 'asc' },
    take: mostOptions,
    select,
  });
  const people = [...rota, ...others].slice(0, mostOptions);
  const person = people.find(({ id }) => id === filledIn(filler, 'person'));
  return { schedules, schedule, people, personId: person?.id ?? null };
}
