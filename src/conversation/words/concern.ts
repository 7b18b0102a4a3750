import { isAfter, saidAs, says, together } from '../../understanding/speech/say.ts';
import { type Speech, speechOf } from '../../understanding/speech/speech.ts';
import { isQuestion } from './question-words.ts';

/** What somebody asks that only a person may answer. */
export type Concern =
  /** Whether data or money is safe, lost, or may be touched. */
  | 'safety'
  /** Whether something odd is a problem. */
  | 'oddity'
  /** Whether somebody knows, or has it. */
  | 'seen'
  /** To change the plan. */
  | 'plan'
  /** Whether there is a way back. */
  | 'way-back';

/** The concern in these words; null when they ask for nothing that facts and the plan could not answer. */
export function readConcern(text: string): Concern | null {
  const speech = speechOf(text);
  if (says(speech, 'isThat')) return 'oddity';
  if (asksToMove(speech)) return 'plan';
  if (!isQuestion(text) && speech.asked.size === 0) return null;
  if (says(speech, 'mayWe') || together(speech, 'safe', 'data') || together(speech, 'lost', 'data'))
    return 'safety';
  if (says(speech, 'seenIt')) return 'seen';
  return saidAs(speech, 'fallback').length > 0 || asksWhatIf(speech) ? 'way-back' : null;
}

/** "What happens if the copy fails?", "and if it fails?"; "who do I ring if it fails?" asks for somebody. */
function asksWhatIf(speech: Speech): boolean {
  const place = together(speech, 'condition', 'goesWrong');
  if (!place || speech.tokens.some(({ word }) => whoWords.has(word))) return false;
  return says(speech, 'askWord') || speech.asked.has(place.sentence);
}

const whoWords: ReadonlySet<string> = new Set(['who', 'whom', 'wen', 'wer', 'qui', 'quem', 'chi']);

/** "Can we move the cutover?" and no "why was the copy moved?". */
function asksToMove(speech: Speech): boolean {
  const place = together(speech, 'shift', 'project');
  if (!place || isAfter(speech, place, 'askWord')) return false;
  return saidAs(speech, ['possible', 'want']).some(({ sentence }) => sentence === place.sentence);
}
