import { inZone } from '../../shared/time.ts';
import { checkInPolicy } from './policy.ts';

/** One question and its answer, on a rung of a day or more. */
export interface Exchange {
  readonly askedAt: Date;
  readonly answeredAt: Date;
}

/**
 * The time of day this customer's check-ins come. It stays where it is, and moves to the customer's
 * usual answering time only when answers come much later than the questions.
 */
export function usualTimeOf(exchanges: readonly Exchange[], timeZone: string): string {
  const { habit, morning } = checkInPolicy;
  const recent = exchanges.slice(0, habit.answers);
  if (recent.length < 3) return morning;
  const asked = median(recent.map(({ askedAt }) => minutesOf(askedAt, timeZone)));
  const answered = median(recent.map(({ answeredAt }) => minutesOf(answeredAt, timeZone)));
  const isLater = Math.abs(answered - asked) >= habit.moveMinutes;
  const halfHour = Math.floor((isLater ? answered : asked) / 30) * 30;
  const earliest = minutesIn(habit.earliest);
  return clockOf(Math.min(Math.max(halfHour, earliest), minutesIn(habit.latest)));
}

function minutesOf(at: Date, timeZone: string): number {
  const { hour, minute } = inZone(at, timeZone);
  return hour * 60 + minute;
}

function minutesIn(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function clockOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
