import type { PageState } from '../../../shared/database.ts';
import type { Sign } from '../../../situation/portfolio-statement.ts';
import type { Phase } from '../../../transitions/transition.ts';

/** What people read for each phase. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  preparing: 'Preparing',
  live: 'Live now',
  settling: 'Settling',
  steady: 'Steady',
  graduated: 'Graduated',
};

/** What people read for each state of a page. */
export const pageWords: Readonly<Record<PageState, string>> = {
  open: 'Nobody has it',
  acknowledged: 'Somebody has it',
  resolved: 'Resolved',
};

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** "German" for "de". */
export function languageName(code: string): string {
  return languages.of(code) ?? code;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon–Fri" for 1 to 5, "Mon, Wed" for 1 and 3. */
export function weekdayRange(days: readonly number[]): string {
  const inOrder = days.toSorted((a, b) => a - b);
  const first = inOrder[0] ?? 1;
  const last = inOrder.at(-1) ?? first;
  const isRun = inOrder.length > 2 && last - first === inOrder.length - 1;
  const shown = isRun ? [first, last] : inOrder;
  return shown.map(day => weekdays[day - 1]).join(isRun ? '–' : ', ');
}

/** What people read for each way of picking customers out. */
export const signWords: Readonly<Record<Sign, string>> = {
  preparing: phaseWords.preparing,
  live: phaseWords.live,
  settling: phaseWords.settling,
  steady: phaseWords.steady,
  page: 'Open page',
  silent: 'Silent',
  owed: 'Promises',
};
