const openers =
  /^(?:so |and |but |ok |hey )*(?:what|when|where|who|whom|whose|how|which|is|are|was|were|did|do|does|has|have|had|can|could|will|would|any)\b/i;

/** True when a sentence plainly asks something. */
export function isQuestion(text: string): boolean {
  const said = text.trim();
  return said.endsWith('?') || openers.test(said);
}
