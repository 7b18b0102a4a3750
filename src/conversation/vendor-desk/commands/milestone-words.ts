import { type MilestoneState, milestoneStates } from '../../../transitions/milestone.ts';
import { momentIn } from '../../../understanding/times/moment.ts';
import type { Asking } from '../../../understanding/times/reckon.ts';
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

/** What became of a step. */
export interface SaidStep {
  readonly name: string;
  readonly to: MilestoneState;
  /** When; null = just now, or a time that has not come yet. */
  readonly at: Date | null;
}

/** "backup is done at 18:40" as the step's name, what became of it and when; null when no such word is in it. */
export function readMilestone(said: string, asking: Asking): SaidStep | null {
  const words = said.trim().split(/\s+/);
  for (let cut = words.length; cut > 0; cut -= 1) {
    const state = stateAtEnd(words.slice(0, cut));
    if (!state) continue;
    const tail = words.slice(cut).join(' ');
    const at =
      tail === '' ? null : momentIn(tail, { ...asking, tense: 'past', defaultTime: '00:00' });
    if (tail !== '' && at?.rest !== '') continue;
    return { ...state, at: at && at.at <= asking.now ? at.at : null };
  }
  return null;
}

function stateAtEnd(said: readonly string[]): { name: string; to: MilestoneState } | null {
  const words = plain(said.join(' ')).split(' ');
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
