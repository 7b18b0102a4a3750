/** What a button is about, and what it says of it: "a time", "a score". */
export interface ValuedSubject {
  readonly id: string;
  /** Null = the button says nothing more. */
  readonly value: string | null;
}

/** The subject of a button that carries a value; whoever presses it may send another value, so it is read like words. */
export function valuedSubject(id: string, value: string): string {
  return `${id} ${value}`;
}

/** The parts of such a subject; of any other, its id. */
export function valuedSubjectFrom(subject: string): ValuedSubject {
  const [id = '', ...value] = subject.split(' ');
  return { id, value: value.length > 0 ? value.join(' ') : null };
}
