/** One thing the doctor looked at. `fix` must be mended, `note` is good to know, `fine` is in order. */
export interface Finding {
  readonly level: 'fine' | 'note' | 'fix';
  readonly about: string;
  /** What was found and, unless it is fine, what to do. */
  readonly text: string;
}

export const fine = (about: string, text: string): Finding => ({ level: 'fine', about, text });
export const note = (about: string, text: string): Finding => ({ level: 'note', about, text });
export const fix = (about: string, text: string): Finding => ({ level: 'fix', about, text });

const marks = { fine: '✅', note: '·', fix: '⚠️' } as const;

/** A finding as one line. */
export function findingLine({ level, about, text }: Finding): string {
  return `${marks[level].padEnd(2)} ${about}: ${text}`;
}

const mostNamed = 5;

/** "a, b and 7 more": enough to begin with, never a screenful. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  const rest = names.length - mostNamed;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
