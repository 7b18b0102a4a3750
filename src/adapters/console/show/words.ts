import type { EvidenceKind } from '../../../confidence/policy.ts';
import type { PageState } from '../../../shared/database.ts';
import type { MilestoneState } from '../../../transitions/milestone.ts';
import type { Phase } from '../../../transitions/transition.ts';

/** What people read for each phase. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  preparing: 'Preparing',
  live: 'Live now',
  settling: 'Settling',
  steady: 'Steady',
  graduated: 'Graduated',
};

/** What people read for each state of a step. */
export const stepWords: Readonly<Record<MilestoneState, string>> = {
  planned: 'Planned',
  underway: 'Underway',
  done: 'Done',
  late: 'Late',
  cancelled: 'Cancelled',
  'rolled-back': 'Rolled back',
};

/** What people read for each state of a page. */
export const pageWords: Readonly<Record<PageState, string>> = {
  open: 'Nobody has it',
  acknowledged: 'Somebody has it',
  resolved: 'Resolved',
};

/** What people read for each thing we learn about a customer. */
export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  worried: 'worried',
  complaint: 'complained',
  page: 'asked for a person',
  'missed-promise': 'a promise was missed',
  'late-milestone': 'a step was late',
  fine: 'fine, one thing',
  good: 'all good',
  thanks: 'thanked us',
  word: 'wrote to us',
  silence: 'no answer',
};

/** How a chart marks what moved it: by shape first, by colour second. */
export function causeSign(kind: EvidenceKind): { readonly name: string; readonly sign: string } {
  if (kind === 'silence') return { name: 'silence', sign: '○' };
  const isCalm = ['fine', 'good', 'thanks', 'word'].includes(kind);
  return isCalm ? { name: 'calm', sign: '●' } : { name: 'trouble', sign: '▲' };
}

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
