import type { EvidenceKind } from './policy.ts';

/** From which probability on a quiet week is called so; the first that fits. */
const levels = [
  [0.85, 'steady'],
  [0.6, 'calm'],
  [0.35, 'guarded'],
  [0, 'uneasy'],
] as const;

/** A confidence as people read it: "uneasy (31 %)". */
export function confidenceWords(confidence: number): string {
  return `${levelWord(confidence)} (${percentWords(confidence)})`;
}

/** The word alone: "uneasy". */
export function levelWord(confidence: number): string {
  return levels.find(([from]) => confidence >= from)?.[1] ?? 'uneasy';
}

/** "31 %": rounded down, so that nothing is said to be reached that is not. */
export function percentWords(confidence: number): string {
  return `${Math.floor(100 * confidence + 1e-9)} %`;
}

/** The same at the beginning of a sentence: "Uneasy (31 %)". */
export function confidenceOpening(confidence: number): string {
  const words = confidenceWords(confidence);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** What people read for each thing we learn about a customer. */
export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  worried: 'worried',
  complaint: 'complained',
  page: 'asked for a person',
  'missed-promise': 'a promise was missed',
  'late-milestone': 'a step was late',
  fine: 'fine, one thing',
  good: 'all good',
  thanks: 'thanked us',
  word: 'wrote to us',
  silence: 'no answer',
};
