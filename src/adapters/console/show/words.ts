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
