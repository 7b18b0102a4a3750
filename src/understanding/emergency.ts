import type { ScopedTag } from './scope.ts';
import { saidAs, says, wholeIdea } from './speech/say.ts';
import { type Said, type Speech, speechOf, toldIn } from './speech/speech.ts';

/** Longer than this, "stop the copy" is told in the midst of something else. */
const mostWords = 14;

/**
 * What must not wait whatever it sounds like: the work is to stop, somebody got in who should not, everything stands
 * still. Asked, denied, promised, told of yesterday or under a condition it is none.
 */
export function isEmergency(text: string, tags: readonly ScopedTag[]): boolean {
  const speech = ownWords(toldIn(speechOf(text)));
  if (isTurned(speech) || isElsewhere(tags) || news.test(text)) return false;
  if (wholeIdea(speech, ['alarm'])) return true;
  if (isHalted(speech)) return speech.tokens.length <= mostWords;
  return says(speech, ['breach', 'standstill']);
}

/** "Stop everything" beside our messages may mean them; "stop the copy" does not. */
function isHalted(speech: Speech): boolean {
  const isOfWork = ({ from, until }: Said) =>
    speech.tokens.slice(from, until).some(({ word }) => work.test(word));
  return saidAs(speech, 'halt').some(
    each => !each.isNegated && (isOfWork(each) || !says(speech, 'messages')),
  );
}

const work = /^(?:copy|copying|migrat\w+|cutover|upgrade|rollout|transfer|import|load)$/;

/** What others were struck by. */
const news =
  /\b(?:in|on|from) (?:the |today's )?(?:paper|papers|newspaper|news|radio|tv|telly|television|internet)\b|\b(?:in der zeitung|in den nachrichten|im radio|dans le journal|aux infos|en las noticias|en el peri[oó]dico|no jornal|nas not[ií]cias)\b/i;

/** What stands in quotation marks was said by somebody else. */
function ownWords(speech: Speech): Speech {
  const isQuoted = ({ from }: Said) => speech.tokens[from]?.isQuoted === true;
  return { ...speech, said: speech.said.filter(each => !isQuoted(each)) };
}

/** A drill, a system to test on, somebody else's house; "not a drill" is none. */
function isElsewhere(tags: readonly ScopedTag[]): boolean {
  if (tags.some(({ concept }) => concept === 'nodrill')) return false;
  return tags.some(
    ({ concept }) => concept === 'drill' || concept === 'testenv' || concept === 'others',
  );
}

/** A rehearsal, the past, a case that may come. */
function isTurned(speech: Speech): boolean {
  if (saidAs(speech, ['condition', 'told', 'askWord']).length > 0) return true;
  return speech.tokens.some(({ word }) => notNow.has(word));
}

const notNow: ReadonlySet<string> = new Set(
  (
    'test tests testing drill exercise rehearsal sandbox staging uat training demo once ago last could might would should ' +
    'novel film movie joke slide heading page translate pricing price leave earlier neighbour neighbor competitor'
  ).split(' '),
);
