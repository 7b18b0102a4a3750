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

/** True for the words that always call a human, whatever else is going on. */
export function isPageWord(text: string): boolean {
  return pageWords.has(plain(text));
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
  /\b(?:no need|not need|do not|don t|dont|without|stop|no one|who|how (?:do|can|would) (?:i|we)|when (?:do|will|can)|will)\b/;
const laterWords =
  /\b(?:tomorrow|next week|this week|next month|some time|sometime|when you (?:can|have)|no rush|not urgent|monday|tuesday|wednesday|thursday|friday|on (?:the )?\d)\b/;

/** Does somebody ask for a human: at once, or for some time that suits? */
export function wantsHuman(text: string): 'now' | 'some-time' | null {
  const said = plain(text);
  if (isPageWord(text)) return 'now';
  if (!asks.some(ask => ask.test(said)) || negated.test(said)) return null;
  return laterWords.test(said) ? 'some-time' : 'now';
}
