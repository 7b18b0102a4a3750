/** What a question begins with, in the languages that join two of them by a word. */
const asks =
  'who|whom|when|what|how|where|which|is|are|was|did|do|does|will|can|could|wer|wann|was|wie|wo|welche|ist|sind|qui|quand|que|comment|où|combien|est|quién|cuándo|qué|cómo|dónde|quem|quando|como|onde|o que';
const joins = 'and|und|et|y|e';
const begins = new RegExp(`^(?:${asks})\\b`, 'iu');
const bound = new RegExp(
  `\\?\\s+(?:(?:${joins})\\s+)?(?=(?:${asks})\\b)|,?\\s+(?:${joins})\\s+(?=(?:${asks})\\b)`,
  'iu',
);

/** Fewer words are no question of their own: "when and how?" */
const fewestWords = 3;

/** Two questions in one message ("when does the copy end, and who is on duty?"), each by itself; null when it is one. */
export function twoQuestions(text: string): readonly [string, string] | null {
  const said = text.trim();
  const found = bound.exec(said);
  if (!found || !begins.test(said) || !said.endsWith('?')) return null;
  const first = said.slice(0, found.index);
  const second = said.slice(found.index + found[0].length);
  const areWhole = [first, second].every(each => each.split(/\s+/).length >= fewestWords);
  return areWhole && !bound.test(second) ? [`${first}?`, second] : null;
}
