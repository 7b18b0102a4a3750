import { foldAccents } from '../../understanding/normalise.ts';
import { isAfter, saidAs, says, together } from '../../understanding/speech/say.ts';
import { type Speech, speechOf } from '../../understanding/speech/speech.ts';
import { isMayQuestion } from './may-question.ts';
import { isQuestion } from './question-words.ts';

/** What somebody asks that only a person may answer. */
export type Concern =
  /** Anything else that facts and the plan do not answer. */
  | 'question'
  /** Whether data or money is safe, lost, or may be touched. */
  | 'safety'
  /** Whether something odd is a problem. */
  | 'oddity'
  /** Whether somebody knows, or has it. */
  | 'seen'
  /** To change the plan. */
  | 'plan'
  /** What they have to do themselves. */
  | 'our-part'
  /** Whether there is a way back. */
  | 'way-back'
  /** What the work costs them, or who pays. */
  | 'cost'
  /** Where something of theirs is. */
  | 'where';

/** The concern in these words; null when they ask for nothing that facts and the plan could not answer. */
export function readConcern(text: string): Concern | null {
  const speech = speechOf(text);
  if (says(speech, 'isThat')) return 'oddity';
  if (asksToMove(speech) || leavesOut(speech)) return 'plan';
  if (supposes(speech)) return 'way-back';
  if (cost.test(foldAccents(text))) return 'cost';
  if (where.test(foldAccents(text))) return 'where';
  if (!isQuestion(text) && speech.asked.size === 0) return null;
  if (says(speech, 'mayWe') || together(speech, 'safe', 'data') || together(speech, 'lost', 'data'))
    return 'safety';
  if (says(speech, 'seenIt')) return 'seen';
  if (says(speech, 'ourPart') || isMayQuestion(speech)) return 'our-part';
  return saidAs(speech, 'fallback').length > 0 || asksWhatIf(speech) ? 'way-back' : null;
}

/** "Who pays for the extra hours?"; what something new costs is for sales. */
const cost =
  /\b(?:who(?: is going to|'s| will| has to)? pay(?:s|ing)?|wer (?:be)?zahlt|qui (?:paie|paye|va payer)|quien paga|quem paga|chi paga|wie betaalt)\b|\b(?:does|do|will|is|are|would) (?:this|that|it|tonight|the night|the (?:extra )?hours|all this|the weekend)(?: night)?\b.{0,20}\b(?:cost|charged?|billed|extra)\b|\b(?:what|how much) (?:will|does|would) (?:this|that|it|tonight|the night|all this|the (?:extra )?hours|the weekend|the delay)(?: night)? (?:cost|set us back)\b/i;

/** "Where did the save button go?"; where we are is the plan's to say, and where somebody is, is for the people. */
const where =
  /^\s*(?:and |so |but |hi,? |hey,? )*where (?:exactly |physically |on earth )?(?:is|are|was|were|did|do i find|do we find|can i find|can we find|has|have) (?!(?:we|you|it|things?|that|this|all|everybody|everyone|everything|he|she|they|grace|nora|[a-z]+ now)\b)(?:the|our|my|all|your|those|these)\b/i;

/** "What if it isn't finished by six?", "and if we have to go back, how long would that take": a case, and a question. */
function supposes(speech: Speech): boolean {
  return saidAs(speech, 'whatIf').some(
    ({ from, sentence }) => from <= 1 && (speech.asked.has(sentence) || says(speech, 'askWord')),
  );
}

/** "What happens if the copy fails?", "and if it fails?"; "who do I ring if it fails?" asks for somebody. */
function asksWhatIf(speech: Speech): boolean {
  const place = together(speech, 'condition', 'goesWrong');
  if (!place || speech.tokens.some(({ word }) => whoWords.has(word))) return false;
  return says(speech, 'askWord') || speech.asked.has(place.sentence);
}

const whoWords: ReadonlySet<string> = new Set(['who', 'whom', 'wen', 'wer', 'qui', 'quem', 'chi']);

/** "Skip the backup, we did our own"; "skip the reminders" is about our messages. */
function leavesOut(speech: Speech): boolean {
  if (says(speech, ['messages', 'askWord'])) return false;
  return together(speech, 'dropStep', 'project')?.isNegated === false;
}

/** "Can we move the cutover?" and no "why was the copy moved?". */
function asksToMove(speech: Speech): boolean {
  const [it] = saidAs(speech, 'shiftIt');
  const place = together(speech, 'shift', 'project') ?? (it && { ...it, parts: [it] });
  if (!place || isAfter(speech, place, 'askWord')) return false;
  return saidAs(speech, ['possible', 'want']).some(({ sentence }) => sentence === place.sentence);
}
