/** A letter as mail programs find it again: its Message-ID, and the subject that keeps its thread together. */
export interface LetterRef {
  readonly id: string;
  readonly subject: string;
}

/** The reference of a letter as the rest of the house keeps it. */
export function letterRef({ id, subject }: LetterRef): string {
  return `${id} ${subject}`;
}

/** What `letterRef` made; null for anything else. */
export function readLetterRef(ref: string | null): LetterRef | null {
  const [, id, subject = ''] = /^(<[^<>\s]+>) (.*)$/s.exec(ref ?? '') ?? [];
  return id === undefined ? null : { id, subject };
}

/** "Re: The totals", once. */
export function answerSubject(subject: string): string {
  return `Re: ${subject.replace(/^(?:\s*(?:re|aw|antw|sv|rif|tr|fwd?)\s*:)+\s*/i, '')}`.trim();
}
