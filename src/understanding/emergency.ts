import { saidAs, says, wholeIdea } from './speech/say.ts';
import { type Speech, speechOf, toldIn } from './speech/speech.ts';

/** Longer than this, "stop the copy" is told in the midst of something else. */
const mostWords = 14;

/**
 * What must not wait whatever it sounds like: the work is to stop, somebody got in who should not, everything stands
 * still. Asked, denied, promised, told of yesterday or under a condition it is none.
 */
export function isEmergency(text: string): boolean {
  const speech = toldIn(speechOf(text));
  if (isTurned(speech)) return false;
  if (wholeIdea(speech, ['alarm'])) return true;
  if (says(speech, 'halt')) return speech.tokens.length <= mostWords;
  return says(speech, ['breach', 'standstill']);
}

/** A rehearsal, the past, a case that may come. */
function isTurned(speech: Speech): boolean {
  if (saidAs(speech, ['condition', 'told', 'askWord']).length > 0) return true;
  return speech.tokens.some(({ word }) => notNow.has(word));
}

const notNow: ReadonlySet<string> = new Set(
  'test tests testing drill exercise rehearsal sandbox staging uat training demo once ago last could might would should'.split(
    ' ',
  ),
);
