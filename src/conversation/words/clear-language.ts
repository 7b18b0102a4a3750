import { sureness } from './sureness.ts';

const fewestWords = 3;

/** Whether words are so surely in a language that their speaker is answered in it: a word may be borrowed ("merci"), a sentence is one's own. */
export function isClearlyIn(text: string, certainty: number): boolean {
  const isSentence = text.trim().split(/\s+/).length >= fewestWords || /[ぁ-んァ-ヶ]/u.test(text);
  return certainty >= (isSentence ? sureness.ofSentence : sureness.ofLanguage);
}
