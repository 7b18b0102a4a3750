import { denies, saidAs, says, wholeIdea } from '../../understanding/speech/say.ts';
import { type Speech, speechOf, toldIn } from '../../understanding/speech/speech.ts';

/** How somebody says it goes. `unclear`: less than good, and we cannot tell how much less. */
export type Mood = 'good' | 'fine' | 'worried' | 'unclear';

/**
 * What words say when they are read against "How is it looking from your side?"; null when they speak of something
 * else. What is negated decides: "not good" is never good, "no problems" is, and "could be better" is asked.
 */
export function readMood(text: string): Mood | null {
  const told = toldIn(speechOf(text));
  if (isChat(told)) return null;
  const isTrouble = says(told, 'bad');
  if (isSupposed(told) || wholeIdea(told, ['short', 'same']) !== null) return 'unclear';
  if (denies(told, 'good')) return says(told, 'deny') || isPraised(told) ? 'unclear' : 'worried';
  if (says(told, 'short')) return 'unclear';
  if (isPraised(told)) return isTrouble || says(told, 'besides') ? 'fine' : 'good';
  if (isTrouble) return 'worried';
  if (denies(told, 'bad')) return 'good';
  return says(told, 'unsure') ? 'unclear' : null;
}

/** "The weather is awful": trouble of the kind people chat about. */
export function isPastime(text: string): boolean {
  return isChat(toldIn(speechOf(text)));
}

/** Longer than this, more is told than the weather. */
const mostChat = 9;

function isChat(told: Speech): boolean {
  const isOurs =
    saidAs(told, ['project', 'data', 'person', 'ours', 'goesWrong', 'works']).length > 0;
  return says(told, 'pastime') && !isOurs && told.tokens.length <= mostChat;
}

/** "I'd be lying if I said it was good": what is praised under a condition is not praised. */
function isSupposed(told: Speech): boolean {
  return saidAs(told, 'good').some(({ from, sentence }) =>
    saidAs(told, 'condition').some(each => each.sentence === sentence && each.until <= from),
  );
}

function isPraised(told: Speech): boolean {
  return says(told, 'good');
}
