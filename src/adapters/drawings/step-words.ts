import type { MilestoneState } from '../../transitions/milestone.ts';

/** What people read for each state of a step. */
export const stepWords: Readonly<Record<MilestoneState, string>> = {
  planned: 'Planned',
  underway: 'Underway',
  done: 'Done',
  late: 'Late',
  cancelled: 'Cancelled',
  'rolled-back': 'Rolled back',
};
