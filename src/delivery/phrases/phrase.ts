/** The languages our sentences are written in besides English, in which everything is composed. */
export const phraseLanguages = ['de', 'fr', 'es', 'pt', 'ja'] as const;

export type PhraseLanguage = (typeof phraseLanguages)[number];

/** The same in each of them; a missing one does not compile. */
export type InEach = Readonly<Record<PhraseLanguage, string>>;

/**
 * Sentences in every language. `{0}`, `{1}` stand for a name, a time, a number, in the order of the English
 * sentence, which is the key.
 */
export type Phrases = Readonly<Record<string, InEach>>;

/** True for a language our sentences are written in; in any other we speak English. */
export function isPhraseLanguage(language: string | null | undefined): language is PhraseLanguage {
  return phraseLanguages.some(each => each === language);
}
