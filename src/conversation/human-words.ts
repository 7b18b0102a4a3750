import { plain } from './names.ts';

const pageWords = new Set([
  'page',
  'page please',
  'please page',
  'page someone',
  'page somebody',
  'page them',
  'page now',
  'get a person',
  'get a human',
  'get someone',
  'get me someone',
  'human',
  'person please',
  'human please',
  'sos',
]);

/** "page", alone or with words to pass on. */
export interface PageCall {
  readonly words: string | null;
  /** False when "page …" could also be a sentence about some page. */
  readonly isCertain: boolean;
}

/** The call in "page", "page: the ledger is down" or "get me someone", which always calls a human; null when there is none. */
export function readPageCall(text: string): PageCall | null {
  if (pageWords.has(plain(text))) return { words: null, isCertain: true };
  const found = /^\s*page\b\s*([:,.;!–-]*)\s*(.+)$/isu.exec(text);
  if (!found?.[2]) return null;
  return { words: found[2].trim(), isCertain: found[1] !== '' };
}

const verbs = '(?:get|fetch|find|send|page|call|ring|wake)';
const people =
  '(?:a |an |any |some|my |our |the |real |live )*(?:person|human|one|body|somebody|someone|advocate|people|engineer|consultant|being|agent|manager)';
const asks = [
  new RegExp(`\\b${verbs} (?:me |us )?${people}\\b`),
  new RegExp(`\\b(?:talk|speak|chat) (?:to|with) ${people}\\b`),
  new RegExp(`\\b(?:need|want) ${people}\\b`),
  /\b(?:someone|somebody|anyone|anybody|a human|a person) (?:has to|needs to|must|should|please|can|could|to) (?:please )?(?:call|ring|help|contact|come|look)\b/,
  /\b(?:please )?(?:call|ring|phone) (?:me|us)\b/,
  /\bput me through\b/,
];
const negated =
  /\b(?:no need|not need|do not|don t|dont|without|stop|no one|promised|said|told|agreed|supposed|if|when|once|after|who|how (?:do|can|would) (?:i|we)|will)\b/;
const laterWords =
  /\b(?:tomorrow|next week|this week|next month|some time|sometime|when you (?:can|have)|no rush|not urgent|monday|tuesday|wednesday|thursday|friday|on (?:the )?\d)\b/;

/** Does somebody ask for a human: at once, or for some time that suits? */
export function wantsHuman(text: string): 'now' | 'some-time' | null {
  const said = plain(text);
  if (readPageCall(text)?.isCertain) return 'now';
  if (!asks.some(ask => ask.test(said)) || negated.test(said)) return null;
  return laterWords.test(said) ? 'some-time' : 'now';
}
