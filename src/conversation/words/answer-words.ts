/** What is said for whoever asked, and which question it answers; both as they were typed. */
export interface SaidAnswer {
  readonly which: string;
  readonly text: string;
}

/** "shared: two sites at a time", "rollout shared: two sites at a time"; null where nothing is said for the customer. */
export function readAnswer(said: string): SaidAnswer | null {
  const [, which = '', text = ''] = /^(.*?)\b(?:shared|customer)\s*:\s*(\S.*)$/is.exec(said) ?? [];
  return text === '' ? null : { which: which.trim(), text: text.trim() };
}
