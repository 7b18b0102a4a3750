import { says, wholeIdea } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';
import { isQuestion } from './question-words.ts';

/** A short question about what was just said, or about how it stands. */
export type FollowUp = 'next' | 'who' | 'status';

const alone = { andThen: 'next', whoAlone: 'who', stillAlone: 'status' } as const;

/** "When can we get a call?": of something else. */
const notOurs = ['ringMe', 'person'] as const;

/** More words than this ask more than when it is over. */
const mostWords = 14;

/** "And then?", "who?", "still?", "¿todo bien?"; null when the message says more, or asks nothing. */
export function readFollowUp(text: string): FollowUp | null {
  if (!/[?？か]\s*[。.]?\s*$/u.test(text)) return null;
  const speech = speechOf(text);
  const idea = wholeIdea(speech, ['andThen', 'whoAlone', 'stillAlone']);
  if (idea) return alone[idea];
  return says(speech, 'howIsIt') && speech.tokens.length <= mostWords ? 'status' : null;
}

/** "When are you done?", "when do you ask again?": read before anything else that stands in such a question. */
export function readWhen(text: string): 'finish' | 'check-in' | null {
  const speech = speechOf(text);
  if (!isQuestion(text) || speech.tokens.length > mostWords || says(speech, notOurs)) return null;
  if (says(speech, 'askAgain')) return 'check-in';
  return says(speech, 'whenOver') ? 'finish' : null;
}

const hello = /^\s*(?:hello|hallo|hey|hi|allô|allo|hola|oi|olá|もしもし)[\s,!]*[?？]+\s*$/iu;
const coming =
  /^\s*(?:(?:is )?(?:any|some)(?:one|body) (?:coming|on (?:the|their) way)|kommt (?:jemand|wer)|quelqu['’]un (?:vient|arrive)|(?:est-ce que )?quelqu['’]un vient|¿?(?:viene alguien|alguien viene)|(?:vem alguém|alguém vem)|誰か来ますか)\b.{0,12}[?？]*\s*$/iu;

const unanswered =
  /\b(?:is|does|has|will|did) (?:nobody|no ?one|anyone|anybody|someone|somebody) (?:there|answer\w*|pick\w* up|on it)\b|\bwho (?:exactly |else )?(?:are you|have you|do you|did you) (?:call|ring|pag|tr[yi]|got|fetch)\w*|\b(?:geht|hebt|nimmt) (?:da |denn |hier )*(?:keiner|niemand|jemand|wer) (?:ran|ab)\b|\bist (?:da |hier |denn )*(?:jemand|keiner|wer)\b|\b(?:personne|quelqu['’]un) (?:ne )?r[ée]pond\b|\b(?:nadie|alguien) (?:contesta|responde)\b|\b(?:ningu[ée]m|algu[ée]m) (?:atende|responde)\b/iu;

/** "Hello??", "anyone coming?", "geht da keiner ran?": from somebody who waits it asks how far we are. */
export function isAnybodyThere(text: string): boolean {
  return hello.test(text) || coming.test(text) || unanswered.test(text);
}
