import { findPerson } from '../../customers/find-person.ts';
import { internal, type Text, time } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import { layerWords } from '../../on-call/layer-words.ts';
import { listSchedules } from '../../on-call/list-schedules.ts';
import { nextOnCall, onCallAt, type Schedule } from '../../on-call/schedule.ts';
import type { Trip } from '../../shared/database.ts';

/** As many schedules as one message shows. */
const shownAtMost = 20;

type Read = Pick<Trip, 'tx' | 'now'>;

/** Who is on call now by each schedule, until when, and who is next: a line each. */
export async function listDutyLines(read: Read): Promise<Text<'internal'>[]> {
  const lines: Text<'internal'>[] = [];
  for (const schedule of (await listSchedules(read.tx)).slice(0, shownAtMost)) {
    lines.push(await dutyLine(read, schedule));
    if (schedule.layers.length > 1) lines.push(...(await layerLines(read, schedule)));
  }
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
  const name = person?.name ?? now.personId;
  if (!now.until) return internal`${schedule.id}: ${name}, always.`;
  return internal`${schedule.id}: ${name} until ${time(now.until)}${then}.`;
}

/** Each layer in words, the topmost first, as it is looked through for somebody. */
async function layerLines({ tx }: Read, schedule: Schedule): Promise<Text<'internal'>[]> {
  const ids = schedule.layers.flatMap(({ rotation }) => rotation.people);
  const people = await tx.person.findMany({ where: { id: { in: ids } } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return schedule.layers
    .toReversed()
    .map(layer => internal`– ${layerWords(layer, id => names.get(id) ?? id)}`);
}

/** Who is on call now and next. */
export async function listDutyCards(trip: Trip): Promise<Card[]> {
  const lines = await listDutyLines(trip);
  if (lines.length === 0) return [];
  return [internalCard('answer', null, { heading: internal`On call`, body: lines })];
}
