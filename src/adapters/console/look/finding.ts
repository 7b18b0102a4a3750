/** One thing that a page depends on, as it was found: to be mended, good to know, or in order. */
export interface Finding {
  readonly level: 'fix' | 'note' | 'fine';
  readonly about: string;
  /** What was found and, unless it is in order, what to do. */
  readonly text: string;
}
