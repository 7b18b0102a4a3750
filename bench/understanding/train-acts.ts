import { writeFileSync } from 'node:fs';
import { type Act, acts } from '../../src/understanding/acts/act.ts';
import { actBucketCount, readForAct } from '../../src/understanding/acts/act-features.ts';
import { type ActRow, people, readActRows } from './act-rows.ts';
import { type Course, type Example, learn, scoresOf, softmax } from './learn.ts';
import { actsMadeFrom } from './sources.ts';

/** `npm run train`: learns what a message does from the rows, and how sure to be from rows not learned from. */

const course: Course = {
  heads: [{ from: 0, until: acts.length }],
  buckets: actBucketCount,
  epochs: 14,
  rate: 0.05,
  decay: 1e-4,
  smoothing: 0.05,
  seed: 5,
};

const folds = 4;

function exampleOf({ text, act }: ActRow): Example {
  const { features } = readForAct(text, people);
  return {
    buckets: Int32Array.from(features.map(({ bucket }) => bucket)),
    strengths: Float32Array.from(features.map(({ strength }) => strength)),
    labels: [acts.indexOf(act)],
    weights: [1],
  };
}

interface Judged {
  readonly act: Act;
  readonly scores: Float64Array;
}

function crossValidate(rows: readonly ActRow[], examples: readonly Example[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = learn(
      examples.filter((_, at) => at % folds !== fold),
      course,
    );
    return rows.flatMap(({ act }, at) => {
      const example = at % folds === fold ? examples[at] : undefined;
      return example ? [{ act, scores: scoresOf(example, weights, acts.length) }] : [];
    });
  }).flat();
}

function oddsOf({ scores }: Judged, sharpness: number): Float64Array {
  const odds = scores.map(score => score * sharpness);
  softmax(odds);
  return odds;
}

/** The one number that makes the confidences most truthful (log-loss). */
function fitSharpness(judged: readonly Judged[]): number {
  const lossOf = (sharpness: number) =>
    judged.reduce((sum, each) => {
      const right = oddsOf(each, sharpness)[acts.indexOf(each.act)] ?? 0;
      return sum - Math.log(Math.max(1e-9, right));
    }, 0);
  const candidates = Array.from({ length: 60 }, (_, at) => 0.4 + at * 0.05);
  return candidates.reduce((best, each) => (lossOf(each) < lossOf(best) ? each : best));
}

function pack(weights: Float32Array): { scales: number[]; packed: string } {
  const scales = acts.map((_, column) => {
    let top = 1e-6;
    for (let at = column; at < weights.length; at += acts.length)
      top = Math.max(top, Math.abs(weights[at] ?? 0));
    return Number(top.toPrecision(6));
  });
  const bytes = Int8Array.from(weights, (weight, at) =>
    Math.round((weight / (scales[at % acts.length] ?? 1)) * 127),
  );
  return { scales, packed: Buffer.from(bytes.buffer).toString('base64') };
}

function report(judged: readonly Judged[], sharpness: number): void {
  const read = judged.map(each => {
    const odds = oddsOf(each, sharpness);
    const sure = Math.max(...odds);
    return { isRight: acts[odds.indexOf(sure)] === each.act, sure };
  });
  for (const least of [0, 0.35, 0.5, 0.6, 0.7, 0.8]) {
    const sure = read.filter(each => each.sure >= least);
    const right = sure.filter(({ isRight }) => isRight).length / sure.length;
    const share = sure.length / read.length;
    console.log(
      `sure ≥ ${least}: ${(share * 100).toFixed(0)} % of rows, ${(right * 100).toFixed(1)} % right`,
    );
  }
}

function train(): void {
  const rows = readActRows();
  const examples = rows.map(exampleOf);
  const judged = crossValidate(rows, examples);
  const sharpness = Number(fitSharpness(judged).toPrecision(4));
  const { scales, packed } = pack(learn(examples, course));
  const tuning = { madeFrom: actsMadeFrom(), scales, sharpness };
  const folder = 'src/understanding/acts';
  writeFileSync(
    `${folder}/act-tuning.ts`,
    `import type { ActTuning } from './act.ts';\n\n/** Written by \`npm run train\`. */\nexport const actTuning: ActTuning = ${JSON.stringify(tuning, null, 2)};\n`,
  );
  writeFileSync(
    `${folder}/act-weights.ts`,
    `/** Written by \`npm run train\`: one byte a weight, in base64. */\nexport const actWeights =\n  '${packed}';\n`,
  );
  console.log(`${rows.length} rows of what a message does`);
  report(judged, sharpness);
}

train();
