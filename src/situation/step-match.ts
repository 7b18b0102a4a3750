/** Words that stand in every question and name no step. */
const noise = new Set(
  (
    'a an and any are at be been begin beginning begins begun by can could did do does done due end ends ended ' +
    'finish finished finishes for from get going gone happen happened happens happening has have how i if in is it its ' +
    'just last late long me my new next now of off on or our over planned please ready since so start started starting starts ' +
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

function scoreOf(
  asked: readonly string[],
  step: readonly string[],
  all: readonly (readonly string[])[],
): number {
  let score = 0;
  for (const word of new Set(asked)) {
    if (!step.some(other => isAlike(word, other))) continue;
    const holders = all.filter(names => names.some(other => isAlike(word, other))).length;
    score += 1 / holders;
  }
  return score;
}

/** The telling words, and each pair of neighbours written as one: "back up" is also "backup". */
function tokens(text: string): string[] {
  const all =
    text
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = all.slice(1).map((word, index) => `${all[index] ?? ''}${word}`);
  const single = all.filter(word => word.length >= 3 && !noise.has(word));
  return [...single, ...pairs.filter(pair => pair.length >= 5)];
}

/** The same word, or the same beginning of at least five letters (balance, balances; migrate, migration). */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const length = commonStart(a, b);
  return length >= 5 && Math.max(a.length, b.length) - length <= 4;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
