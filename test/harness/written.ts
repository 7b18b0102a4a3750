import { openly, type SharedWords } from '../../src/timeline/event.ts';

/** Words as somebody wrote them. */
export function written(text: string): SharedWords {
  return openly(text);
}
