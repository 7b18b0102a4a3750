import { negationReaches } from '../../understanding/negation.ts';
import { denies, type OneOf, saidAs, says } from '../../understanding/speech/say.ts';
import { type Said, type Speech, speechOf, toldIn } from '../../understanding/speech/speech.ts';
import { isQuestion } from './question-words.ts';

/** What came of the help. `unclear`: they answer, and it is neither. */
export type Outcome = 'solved' | 'unsolved' | 'unclear';

/**
 * What words say when they are read against "Did that do it?"; null when they speak of something else. Who says that
 * it came back, or that it is not over, is believed before anything else they say.
 */
export function readOutcome(text: string): Outcome | null {
  const speech = speechOf(text);
  const told = toldIn(speech);
  if (says(told, 'returned') || denies(told, 'works')) return 'unsolved';
  if (says(speech, 'unsure') || isBoth(told)) return 'unclear';
  if (says(told, 'works')) return isTakenBack(told) ? 'unclear' : 'solved';
  if (says(told, 'same') || isRefused(told) || denies(told, 'good')) return 'unsolved';
  if (says(told, ['yes', 'good']) || denies(told, 'bad'))
    return says(told, ['bad', 'short']) ? 'unclear' : 'solved';
  return says(told, ['thanks', 'short']) ? 'unclear' : null;
}

/** What somebody may say is not there any more, and mean that it is over. */
const troubles: OneOf = ['bad', 'goesWrong', 'same', 'returned', 'noNeed', 'want'];

/**
 * Could these words, which sound as if it were over, mean that? "Nothing loads any more" denies something that is no
 * trouble, and "how long till we can post again" asks.
 */
export function mayBeOver(text: string): boolean {
  if (isQuestion(text)) return false;
  const told = toldIn(speechOf(text));
  const isDenied = saidAs(told, 'negation').length > 0;
  return !isDenied || says(told, ['works', 'good', 'noNeed']) || denies(told, troubles);
}

/** "It works, but slowly", "works for me, not for Grace": no yes. "The error is gone" is one, and "no more errors" too. */
function isTakenBack(told: Speech): boolean {
  const end = Math.min(...saidAs(told, 'works').map(({ until }) => until));
  const { turns } = negationReaches[told.language];
  const isLater = ({ from }: Said) => from >= end;
  return (
    says(told, 'same') ||
    told.tokens.slice(end).some(({ word }) => turns.has(word)) ||
    saidAs(told, 'bad').some(each => isLater(each) && !each.isNegated) ||
    (saidAs(told, 'negation').some(isLater) && !denies(told, 'bad'))
  );
}

/** "Yes and no". */
function isBoth(told: Speech): boolean {
  return says(told, 'yes') && saidAs(told, 'no').length > 0 && !denies(told, 'bad');
}

/** "No" in the first place is an answer; further on it belongs to other words. "Unfortunately" is a no by itself. */
function isRefused(told: Speech): boolean {
  const isNo = saidAs(told, 'no').some(({ from }) => from === 0) && !denies(told, 'bad');
  return isNo || saidAs(told, 'sorry').length > 0;
}
