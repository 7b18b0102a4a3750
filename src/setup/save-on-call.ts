import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { watchSchedule } from '../on-call/watch-schedule.ts';
import type { Json, Trip, Tx } from '../shared/database.ts';
import { noteSetting } from '../shared/note-setting.ts';
import { difference, note, type Report } from './difference.ts';
import { mergedOverrides, ofFile } from './merged-overrides.ts';
import { type EscalationRow, escalationRow, type ScheduleRow, scheduleRow } from './rows.ts';
import type { Setup } from './setup.ts';

/** Writes the schedules and escalations of a setup; shifts that people swapped meanwhile stay swapped. */
export async function saveOnCall(trip: Trip, setup: Setup, report: Report): Promise<void> {
  await saveSchedules(trip, setup.schedules.map(scheduleRow), report);
  await saveEscalations(trip.tx, setup.escalations.map(escalationRow), report);
}

const overridesColumn = z.array(
  z.object({ from: z.string(), until: z.string(), personId: z.string() }),
);

async function saveSchedules(
  trip: Trip,
  rows: readonly ScheduleRow[],
  report: Report,
): Promise<void> {
  const { tx } = trip;
  const known = await tx.schedule.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const imported = await listImported(tx, rows);
  const wanted = rows.map(row => {
    const now = overridesColumn.parse(known.find(({ id }) => id === row.id)?.overrides ?? []);
    return { ...row, overrides: mergedOverrides(row.overrides, imported.get(row.id) ?? [], now) };
  });
  const found = difference(wanted, known);
  for (const row of [...found.created, ...found.changed.map(({ row }) => row)]) {
    const data = { ...row, overrides: row.overrides as unknown as Json };
    await tx.schedule.upsert({ where: { id: row.id }, create: data, update: data });
    await watchSchedule(trip, row.id);
  }
  for (const { id, overrides } of rows) {
    const before = imported.get(id);
    const now = overridesColumn.parse(known.find(one => one.id === id)?.overrides ?? []);
    const file = ofFile(overrides, before ?? [], now);
    if (!isDeepStrictEqual(file, before)) await noteSetting(trip, importedKey(id), file);
  }
  note(report, { kind: 'schedule', found });
}

async function listImported(tx: Tx, rows: readonly ScheduleRow[]) {
  const keys = rows.map(({ id }) => importedKey(id));
  const settings = await tx.setting.findMany({ where: { key: { in: keys } } });
  return new Map(
    rows.flatMap(({ id }) => {
      const setting = settings.find(({ key }) => key === importedKey(id));
      return setting ? [[id, overridesColumn.parse(setting.value)] as const] : [];
    }),
  );
}

function importedKey(scheduleId: string): string {
  return `imported-overrides:${scheduleId}`;
}

async function saveEscalations(
  tx: Tx,
  rows: readonly EscalationRow[],
  report: Report,
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const found = difference(
    rows,
    await tx.escalationPolicy.findMany({ where: { id: { in: ids } } }),
  );
  for (const row of [...found.created, ...found.changed.map(({ row }) => row)]) {
    const { id, repeat } = row;
    const levels = row.levels as unknown as Json;
    const data = { id, repeat, levels, fallback: row.fallback as unknown as Json };
    await tx.escalationPolicy.upsert({ where: { id }, create: data, update: data });
  }
  note(report, { kind: 'escalation', found });
}
