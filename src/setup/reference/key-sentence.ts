/** What a key of the setup file says. */
export interface KeySentence {
  readonly says: string;
  /** Where the value's own example would not be one for this key. */
  readonly example?: string;
}

/** A sentence, with an example where the key wants one of its own. */
export const says = (sentence: string, example?: string): KeySentence =>
  example === undefined ? { says: sentence } : { says: sentence, example };
