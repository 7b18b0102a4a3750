import type { Calendar, WorkingDay } from './calendar.ts';
import { type BadDayRule, confidencePolicy, type TransitionKind } from './policy.ts';

/** A working day on which trouble is expected. */
export interface BadDay extends WorkingDay {
  readonly name: string;
  readonly raise: number;
}

/** The expected bad days of a change whose window ends then, as far as the calendar reaches. */
export function badDaysOf(
  kind: TransitionKind,
  windowUntil: Date,
  calendar: Calendar,
): readonly BadDay[] {
  const after = calendar.filter(day => day.from >= windowUntil.getTime());
  return confidencePolicy.kinds[kind].badDays.flatMap(rule => daysOf(rule, after, calendar));
}

function daysOf(rule: BadDayRule, after: Calendar, calendar: Calendar): BadDay[] {
  const { name, raise } = rule;
  if (rule.kind === 'working-day') {
    return after.slice(rule.n - 1, rule.n).map(day => ({ ...day, name, raise }));
  }
  const monthEnd = after.findIndex((day, index) => {
    const next = after[index + 1];
    return next !== undefined && next.date.slice(0, 7) !== day.date.slice(0, 7);
  });
  const last = after[monthEnd];
  if (!last) return [];
  const index = calendar.indexOf(last);
  const from = Math.max(0, index + rule.from, calendar.indexOf(after[0] ?? last));
  return calendar.slice(from, index + rule.until + 1).map(day => ({ ...day, name, raise }));
}
