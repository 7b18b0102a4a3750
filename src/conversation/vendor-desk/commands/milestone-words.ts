import { type MilestoneState, milestoneStates } from '../../../transitions/milestone.ts';
import { plain } from '../../words/names.ts';

const otherWords: Readonly<Record<string, MilestoneState>> = {
  started: 'underway',
  running: 'underway',
  begun: 'underway',
  start: 'underway',
  finished: 'done',
  complete: 'done',
  completed: 'done',
  ready: 'done',
  delayed: 'late',
  canceled: 'cancelled',
  skipped: 'cancelled',
  'rolled back': 'rolled-back',
  rollback: 'rolled-back',
  'not started': 'planned',
};

const stateWords = new Map<string, MilestoneState>([
  ...milestoneStates.map(state => [plain(state), state] as const),
  ...Object.entries(otherWords),
]);

/** "backup is done" as the step's name and what became of it; null when no such word ends it. */
export function readMilestone(said: string): { name: string; to: MilestoneState } | null {
  const words = plain(said).split(' ');
  for (const count of [2, 1]) {
    const to = stateWords.get(words.slice(-count).join(' '));
    if (!to) continue;
    const name = words.slice(0, -count).filter((word, index, all) => {
      return !(index === all.length - 1 && ['is', 'was', 'are', 'now'].includes(word));
    });
    return { name: name.join(' '), to };
  }
  return null;
}
