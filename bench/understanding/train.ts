import { writeFileSync } from 'node:fs';
import { bucketCount, featuresOf } from '../../src/understanding/features.ts';
import { intents } from '../../src/understanding/intent.ts';
import { columnCount, heads, modelFrom, type Tuning } from '../../src/understanding/model.ts';
import { readMessage } from '../../src/understanding/reading.ts';
import { type Course, type Example, learn, scoresOf } from './learn.ts';
import { type Row, readRows, readTraining } from './rows.ts';
import { madeFrom } from './sources.ts';
import { type Judged, tune } from './tune.ts';

/** `npm run train`: learns the weights from the training rows, the thresholds from rows not learned from. */

const course: Course = {
  heads,
  buckets: bucketCount,
  epochs: 20,
  rate: 0.05,
  decay: 1e-4,
  smoothing: 0.05,
  seed: 5,
};

/** A framed sentence is worth less than one that somebody wrote. */
const framedWorth = 0.5;

const folds = 3;

function exampleOf(row: Row, share: number, worth: number): Example {
  const { prepared, tags } = readMessage(row.text, { names: [] });
  const features = featuresOf(prepared, tags);
  return {
    buckets: Int32Array.from(features.map(({ bucket }) => bucket)),
    strengths: Float32Array.from(features.map(({ strength }) => strength)),
    labels: [intents.indexOf(row.intent), row.urgent ? 1 : 0, row.sentiment + 1],
    weights: [worth * share ** -0.55, worth * (row.urgent ? 2 : 1), worth],
  };
}

function examplesOf(rows: readonly Row[], worth: number, all: readonly Row[]): Example[] {
  const counts = new Map<string, number>();
  for (const { intent } of all) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  const even = all.length / intents.length;
  return rows.map(row => exampleOf(row, (counts.get(row.intent) ?? even) / even, worth));
}

/** How rows are scored by weights that have not seen them. */
function judge(
  rows: readonly Row[],
  examples: readonly Example[],
  weights: Float32Array,
): Judged[] {
  return rows.map((row, at) => {
    const example = examples[at];
    return {
      row,
      scores: example ? scoresOf(example, weights, columnCount) : new Float64Array(columnCount),
    };
  });
}

function crossValidate(
  written: readonly Row[],
  examples: readonly Example[],
  framed: readonly Example[],
): Judged[] {
  const isIn = (at: number, fold: number) => at % folds === fold;
  return Array.from({ length: folds }, (_, fold) => {
    const weights = learn([...examples.filter((_, at) => !isIn(at, fold)), ...framed], course);
    return judge(
      written.filter((_, at) => isIn(at, fold)),
      examples.filter((_, at) => isIn(at, fold)),
      weights,
    );
  }).flat();
}

function pack(weights: Float32Array): { scales: number[]; bytes: Buffer } {
  const scales = Array.from({ length: columnCount }, (_, column) => {
    let top = 1e-6;
    for (let at = column; at < weights.length; at += columnCount)
      top = Math.max(top, Math.abs(weights[at] ?? 0));
    return Number(top.toPrecision(6));
  });
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    bytes[at] = Math.round(((weights[at] ?? 0) / (scales[at % columnCount] ?? 1)) * 127);
  }
  return { scales, bytes: Buffer.from(bytes.buffer) };
}

function train(): void {
  const begun = performance.now();
  const { written, framed } = readTraining();
  const all = [...written, ...framed];
  const writtenExamples = examplesOf(written, 1, all);
  const framedExamples = examplesOf(framed, framedWorth, all);
  const practice = readRows('bench/understanding/practice.jsonl');
  const unseen = crossValidate(written, writtenExamples, framedExamples);
  const weights = learn([...writtenExamples, ...framedExamples], course);
  const practised = judge(practice, examplesOf(practice, 1, all), weights);
  const { scales, bytes } = pack(weights);
  const tuning: Tuning = { madeFrom: madeFrom(), scales, ...tune(unseen, practised) };
  const packed = bytes.toString('base64');
  modelFrom(tuning, packed);
  writeFileSync(
    'src/understanding/tuning.ts',
    `import type { Tuning } from './model.ts';\n\n/** Written by \`npm run train\`. */\nexport const tuning: Tuning = ${JSON.stringify(tuning, null, 2)};\n`,
  );
  writeFileSync(
    'src/understanding/weights.ts',
    `/** Written by \`npm run train\`: one byte a weight, in base64. */\nexport const weights =\n  '${packed}';\n`,
  );
  console.log(
    `${written.length} rows and ${framed.length} framed ones, ${((performance.now() - begun) / 1000).toFixed(0)} s`,
  );
}

train();
