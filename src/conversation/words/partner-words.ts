/** How a step stands, as a partner's person says it. */
export interface SaidStanding {
  readonly name: string;
  readonly to: 'underway' | 'done';
}

const standing =
  /^(?:the\s+)?(?<name>.{1,200}?)\s+(?:(?:is|are|was|were|has|have)\s+)?(?:been\s+)?(?<to>done|finished|complete|completed|underway|begun|started)[.! ]*$/iu;

/** "Labels done", "the labels are underway"; null when it is no such word. */
export function readStanding(text: string): SaidStanding | null {
  const { name, to } = standing.exec(text.trim())?.groups ?? {};
  if (!name || !to) return null;
  return { name, to: /^(?:underway|begun|started)$/i.test(to) ? 'underway' : 'done' };
}

const back =
  /^(?:(?:hand(?:ed|ing)?|pass(?:ed|ing)?|giv(?:e|en|ing))\s+(?:(?:it|this)\s+)?back|back|pass(?:\s+on)?|done|finished|resolved?|not mine|not ours)\b[\s:,.;-]*(?<said>.*)$/isu;

/** "Back: the ribbon was worn", "done, they print again": what they found, or an empty text; null when nothing comes back. */
export function readBack(text: string): string | null {
  return back.exec(text.trim())?.groups?.said?.trim() ?? null;
}

/** Whether it asks what is theirs. */
export function isAboutOwn(text: string): boolean {
  return /^(?:help|\?|status|tasks|steps|mine|what(?:'s| is)? (?:mine|ours|open|next)|what do (?:i|we) have|what(?:'s| is) happening)\b/i.test(
    text.trim(),
  );
}

const taking =
  /^(?:ack(?:nowledged?)?|(?:i|we)(?:['’]ve|\s+have)?(?:\s+got|\s+have)?\s+(?:it|this)|(?:i|we)['’]ll take it|got it|(?:it['’]s )?mine|taking it|(?:i['’]m |we['’]re )?(?:still )?on it)[.! ]*$/iu;

/** "I have it", "ack", "still on it": whoever was called has it. */
export function isTaking(text: string): boolean {
  return taking.test(text.trim());
}
