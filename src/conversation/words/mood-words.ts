import { denies, saidAs, says, wholeIdea } from '../../understanding/speech/say.ts';
import { type Said, type Speech, speechOf, toldIn } from '../../understanding/speech/speech.ts';
import { isMostlyPraise } from './praise.ts';
import { wordSet } from './word-set.ts';

/** How somebody says it goes. `unclear`: less than good, and we cannot tell how much less. */
export type Mood = 'good' | 'fine' | 'worried' | 'unclear';

/**
 * What words say when they are read against "How is it looking from your side?"; null when they speak of something
 * else. What is negated decides: "not good" is never good, "no problems" is, and "could be better" is asked.
 */
export function readMood(text: string): Mood | null {
  const told = withoutCases(toldIn(speechOf(text)));
  if (isChat(told) || asks.test(text)) return null;
  const isTrouble = says(told, 'bad');
  if (isTrouble && says(told, 'laugh')) return 'unclear';
  if (isTrouble && says(told, 'bearable')) return 'fine';
  if (isSupposed(told) || wholeIdea(told, ['short', 'same']) !== null) return 'unclear';
  if (denies(told, 'good')) return says(told, 'deny') || isPraised(told) ? 'unclear' : 'worried';
  if (says(told, 'short')) return 'unclear';
  if (isPraised(told) && isTrouble) return bitter.test(text) ? 'worried' : 'fine';
  if (isPraised(told))
    return !isMostlyPraise(told) ? null : says(told, 'besides') ? 'fine' : 'good';
  if (isTrouble) return 'worried';
  if (denies(told, 'bad')) return 'good';
  return says(told, 'unsure') ? 'unclear' : null;
}

/** Praise of a trouble is none. */
const bitter =
  /^\s*(?:oh|well|how|just|ach|na) (?:great|brilliant|lovely|wonderful|perfect|fantastic|super|toll|prima)\b|\b(?:just|exactly) what (?:i|we) (?:wanted|needed)\b/i;

/** "Anything gone wrong so far", without a question mark. */
const asks =
  /^\s*(?:so |and |but )?(?:any(?:thing|body|one)?\b|(?:is|are|was|were|does|do|did|has|have|will|would|can|could) (?:any\w*|it|we|you|they|the|there|this|that|our|your|my)\b)/i;

/** What may come is not how it goes: "tell us if something breaks". */
function withoutCases(told: Speech): Speech {
  const cases = saidAs(told, 'condition').filter(({ from }) =>
    ifWords.has(told.tokens[from]?.word ?? ''),
  );
  const isCase = ({ idea, from, sentence }: Said) =>
    idea === 'bad' && cases.some(each => each.sentence === sentence && each.until <= from);
  return { ...told, said: told.said.filter(each => !isCase(each)) };
}

const ifWords = wordSet('if unless falls wenn si se もし als in');

/** "The weather is awful", "haha good one": trouble and praise of the kind people chat about. */
export function isPastime(text: string): boolean {
  return isChat(toldIn(speechOf(text)));
}

/** "Nothing from me, all quiet": praise in which nothing is asked of us. */
export function isOnlyPraise(text: string): boolean {
  const told = toldIn(speechOf(text));
  const asked = saidAs(told, [
    'stop',
    'less',
    'enough',
    'later',
    'noNeed',
    'messages',
    'askSomebody',
  ]);
  return asked.length === 0 && readMood(text) === 'good';
}

/** Trouble told with a laugh is neither a worry nor none: it is asked. */
export function isLaughedAt(text: string): boolean {
  const told = toldIn(speechOf(text));
  return says(told, 'laugh') && says(told, 'bad');
}

/** Longer than this, more is told than the weather, or than a laugh. */
const mostChat = 12;
const mostLaughter = 4;

function isChat(told: Speech): boolean {
  if (says(told, 'laugh') && !says(told, 'bad')) return told.tokens.length <= mostLaughter;
  const isOurs = saidAs(told, ours).length > 0;
  return says(told, 'pastime') && !isOurs && told.tokens.length <= mostChat;
}

/** With one of these, the talk is of the work. */
const ours = ['project', 'data', 'person', 'ours', 'goesWrong', 'works', 'enough'] as const;

/** "I'd be lying if I said it was good": what is praised under a condition is not praised. */
function isSupposed(told: Speech): boolean {
  return saidAs(told, 'good').some(({ from, sentence }) =>
    saidAs(told, 'condition').some(each => each.sentence === sentence && each.until <= from),
  );
}

function isPraised(told: Speech): boolean {
  return says(told, 'good');
}
