import { stepWord, unspacedStepWords } from './step-words.ts';

/** Words that stand in every question and name no step. */
const noise = new Set(
  (
    'a an and any are at be been begin beginning begins begun by can could did do does done due end ends ended ' +
    'finish finished finishes for from get going gone happen happened happens happening has have how i if in is it its ' +
    'just last late long me my new next now of old off on or our over planned please ready since so start started starting starts ' +
    'still step that the then there they this time to today tomorrow tonight track until up us was we were what when where ' +
    'which will with would yesterday yet you your complete completed running run schedule morning night overnight evening ' +
    'afternoon week hour hours minute minutes day days going know tell'
  ).split(' '),
);

/**
 * The steps a question names, by their position in `names`: those that share most with it, or none.
 * "backup" finds "Back up the old system", "balances" finds "Copy the balances".
 */
export function matchSteps(text: string, names: readonly string[]): number[] {
  const asked = tokens(text);
  const steps = names.map(tokens);
  const scores = steps.map(step => scoreOf(asked, step, steps));
  const best = Math.max(0, ...scores);
  if (best <= 0) return [];
  return scores.flatMap((score, index) => (score === best ? [index] : []));
}

interface Tokens {
  readonly numbers: readonly string[];
  readonly words: readonly string[];
  /** Each pair of neighbours written as one word. */
  readonly pairs: readonly string[];
}

function scoreOf(asked: Tokens, step: Tokens, all: readonly Tokens[]): number {
  let score = 0;
  for (const word of new Set(asked.words)) {
    if (!holds(step, word)) continue;
    score += 1 / all.filter(other => holds(other, word)).length;
  }
  if (asked.pairs.some(pair => step.words.includes(pair))) score += 1;
  // "Ward 5" is not ward 6, but a number alone names no step: it may be a time.
  const isNumbered = asked.numbers.some(number => step.numbers.includes(number));
  return score > 0 && isNumbered ? score + 0.5 : score;
}

function holds({ words, pairs }: Tokens, word: string): boolean {
  return pairs.includes(word) || words.some(other => isAlike(word, other));
}

/** The telling words; "back up" is also "backup". */
function tokens(text: string): Tokens {
  const all =
    text
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    numbers: all.filter(word => /^\d+$/.test(word)),
    words: [
      ...all.filter((word, at) => isTelling(word, all[at + 1])).map(stepWord),
      ...unspacedStepWords(text),
    ],
    pairs: all.slice(1).map((word, index) => `${all[index] ?? ''}${word}`),
  };
}

/** "Back" belongs to "back up", and alone to "when do I get you back?". */
function isTelling(word: string, next: string | undefined): boolean {
  if (word === 'back' && next !== 'up') return false;
  return word.length >= 3 && !noise.has(word) && !/^\d+$/.test(word);
}

/** "Copying" and "copied" are "copy". */
function rootOf(word: string): string {
  return word.replace(/ie[ds]$/, 'y').replace(/(?:ing|ed|s)$/, '');
}

const shortestRoot = 4;

/** The same word, or the same beginning of at least five letters (balance, balances; migrate, migration). */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [root, other] = [rootOf(a), rootOf(b)];
  if (root === other && root.length >= shortestRoot) return true;
  const length = commonStart(a, b);
  return length >= 5 && Math.max(a.length, b.length) - length <= 4;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
