import type { Intent } from '../../understanding/intent.ts';
import type { Understanding } from '../../understanding/understand.ts';
import type { SayingKind } from '../../voice/saying.ts';
import { isQuestion } from './question-words.ts';

/** What is asked of us stands in these, whatever the mood; what is told in a bad mood in all others is trouble. */
const errands: ReadonlySet<Intent> = new Set([
  'status',
  'next',
  'who',
  'stop',
  'more',
  'thanks',
  'smalltalk',
  'planning',
  'purchase',
]);

/** Fewer words than this name nothing that somebody could change. */
const fewest = 4;

/** What those who decide should hear in these words; null when nothing is held against anything in them. */
export function grievanceIn(
  text: string,
  { intent, sentiment }: Pick<Understanding, 'intent' | 'sentiment'>,
): SayingKind | null {
  if (intent === 'complaint') return 'complaint';
  if (intent === 'worried') return 'worry';
  const isTold = sentiment < 0 && !errands.has(intent) && !isQuestion(text);
  return isTold && text.trim().split(/\s+/).length >= fewest ? 'trouble' : null;
}
