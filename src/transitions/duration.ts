import { day, hour, minute } from '../shared/time.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Up to nine in words, then in digits, as English is set. */
export function numberWords(count: number): string {
  return small[count] ?? String(count);
}

/** "five minutes", "10 minutes", "an hour", "an hour and 20 minutes", "two days": to the minute, never zero. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / minute));
  if (minutes < 60) return counted(minutes, 'minute');
  if (milliseconds >= 2 * day) return counted(Math.round(milliseconds / day), 'day');
  const hours = Math.floor((minutes * minute) / hour);
  const rest = minutes - hours * 60;
  const whole = hours === 1 ? 'an hour' : counted(hours, 'hour');
  return rest === 0 ? whole : `${whole} and ${counted(rest, 'minute')}`;
}

function counted(count: number, unit: string): string {
  return `${numberWords(count)} ${unit}${count === 1 ? '' : 's'}`;
}
