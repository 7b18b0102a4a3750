/** What is said for whoever asked, and which question it answers; both as they were typed. */
export interface SaidAnswer {
  readonly which: string;
  readonly text: string;
}

/** What says that it is not for the customer, where the mark stands behind it. */
const denied =
  /(?:\b(?:not|never|no|nothing|cannot|without|before|if|until|unless|internal)|n['’]t)(?:\s+\w+)?\s*$/i;

/** "shared: two sites at a time", "rollout shared: two sites at a time"; null where nothing is said for the customer, or it is denied. */
export function readAnswer(said: string): SaidAnswer | null {
  const [, which = '', text = ''] =
    /^(?:(.*?)\bshared|customer)\s*:\s*(\S.*)$/is.exec(said.trim()) ?? [];
  return text === '' || denied.test(which) ? null : { which: which.trim(), text: text.trim() };
}
