import { intents } from '../../src/understanding/intent.ts';
import { understand } from '../../src/understanding/understand.ts';
import { measureCost } from './cost.ts';
import { readRows } from './rows.ts';
import {
  type Answer,
  calibration,
  confusion,
  type Figures,
  f1ByIntent,
  figuresOf,
} from './score.ts';

/**
 * `npm run bench:understanding [held-out]`: what is understood of the practice rows, or of the held-out ones,
 * which nobody looks at: score them rarely, and log it in `looks.md`.
 */
function run(): void {
  measureCost();
  const set = process.argv[2] ?? 'practice';
  const rows = readRows(`bench/understanding/${set}.jsonl`);
  const answers = rows.map(row => ({ row, read: understand(row.text) }));
  print('overall', figuresOf(answers));
  print('adversarial', figuresOf(answers.filter(({ row }) => row.adversarial)));
  for (const lang of new Set(rows.map(row => row.lang))) {
    print(lang, figuresOf(answers.filter(({ row }) => row.lang === lang)));
  }
  print('not English', figuresOf(answers.filter(({ row }) => row.lang !== 'en')));
  const languageRight = answers.filter(({ row, read }) => read.language === row.lang).length;
  console.log(`\nlanguage right: ${percent(languageRight / rows.length)}`);
  printIntents(answers);
  printConfusion(answers);
  printCalibration(answers);
}

function print(name: string, figures: Figures): void {
  const columns = [
    `accuracy ${percent(figures.accuracy)}`,
    `macro-F1 ${percent(figures.macroF1)}`,
    `sentiment ${percent(figures.sentiment)}`,
    `| urgent caught ${percent(figures.caught)} while offering ${percent(figures.offered)}`,
    `| page: precision ${percent(figures.pagePrecision)} recall ${percent(figures.pageRecall)} false ${percent(figures.falsePages)}`,
  ];
  console.log(`${name.padEnd(12)} ${String(figures.rows).padStart(4)}  ${columns.join('  ')}`);
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)}%`;
}

function printIntents(answers: readonly Answer[]): void {
  console.log('\nF1 of each intent');
  for (const [intent, f1] of f1ByIntent(answers))
    console.log(`  ${intent.padEnd(11)}${percent(f1)}`);
}

function printConfusion(answers: readonly Answer[]): void {
  console.log('\nmeant (down) taken for (across)');
  const heading = intents.map(intent => intent.slice(0, 4).padStart(5)).join('');
  console.log(`${' '.repeat(11)}${heading}`);
  for (const [at, line] of confusion(answers).entries()) {
    const cells = line.map(count => (count === 0 ? '·' : String(count)).padStart(5)).join('');
    console.log(`${(intents[at] ?? '').padEnd(11)}${cells}`);
  }
}

function printCalibration(answers: readonly Answer[]): void {
  console.log('\nconfidence: said, and right');
  for (const { count, sure, right } of calibration(answers)) {
    if (count > 0)
      console.log(`  ${String(count).padStart(4)}  ${percent(sure)}  ${percent(right)}`);
  }
}

run();
