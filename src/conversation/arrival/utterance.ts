import type { Intent } from '../../understanding/intent.ts';
import type { Opinion } from '../../understanding/second-opinion.ts';

/** What somebody said, as it is read; `intent` is set when we know what it means because they picked it. */
export interface Utterance {
  readonly text: string;
  readonly intent: Intent | null;
  /** What a language model took it for, when one was asked. */
  readonly opinion?: Opinion | null;
  /** The id of what they were asked about. */
  readonly about?: string;
}
