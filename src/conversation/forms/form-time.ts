import { inZone, wallClock } from '../../shared/time.ts';

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

/** What a form holds for a time ("2026-03-06T18:40") as an instant, on the form's clock; null when it is none. */
export function formInstant(value: string, timeZone: string): Date | null {
  const [, date, time] = shape.exec(value) ?? [];
  if (!date || !time) return null;
  const at = wallClock(date, time, timeZone);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** An instant as a form holds it. */
export function formTime(at: Date, timeZone: string): string {
  return inZone(at, timeZone).toFormat("yyyy-MM-dd'T'HH:mm");
}
