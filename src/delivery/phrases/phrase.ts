/** The languages our fixed phrases are written in besides English, in which everything is composed. */
export const phraseLanguages = ['de', 'fr', 'es', 'pt', 'ja'] as const;

export type PhraseLanguage = (typeof phraseLanguages)[number];

/**
 * One phrase in every language; a missing one does not compile. `{0}`, `{1}` stand for a name, a time, a
 * number, in the order of the English sentence, which is the key.
 */
export type Phrases = Readonly<Record<string, Readonly<Record<PhraseLanguage, string>>>>;
