import { says } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';

/** What somebody wants to know of us: what we are, who reads along, what we keep, and that we forget it. */
export type SelfQuestion = 'what' | 'readers' | 'memory' | 'forget';

const sorts = [
  ['forget', 'forgetMe'],
  ['memory', 'aboutMe'],
  ['readers', 'whoReads'],
  ['what', 'areYouBot'],
] as const;

/** "What are you doing right now?" asks for the work. */
const atWork = /\bwhat are you (?:all |guys )?(?:doing|working|up to|busy|waiting)\b/i;

/** The question about ourselves in these words, the weightiest first; null when there is none. */
export function readSelfQuestion(text: string): SelfQuestion | null {
  const speech = speechOf(text);
  if (atWork.test(text)) return null;
  return sorts.find(([, idea]) => says(speech, idea))?.[0] ?? null;
}
