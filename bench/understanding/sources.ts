import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { trainingFolder } from './rows.ts';

const generated = ['tuning.ts', 'weights.ts'];

/** What only uses the weights, or is read beside them. */
const after = ['understand.ts', 'second-opinion.ts', 'emergency.ts'];

/** A hash of everything the weights depend on: training rows, tables of concepts, the code that reads and learns. */
export function madeFrom(): string {
  const here = 'src/understanding';
  const learner = ['frames.ts', 'learn.ts', 'rows.ts', 'train.ts', 'tune.ts'];
  const files = [
    ...filesIn(here).filter(path => !generated.some(name => path.endsWith(`/${name}`))),
    ...filesIn(`${here}/concepts`),
    ...filesIn(trainingFolder),
    ...learner.map(name => `bench/understanding/${name}`),
  ].filter(path => !after.some(name => path.endsWith(`/${name}`)));
  return hashOf(files);
}

/** The same for the weights of the acts. */
export function actsMadeFrom(): string {
  const here = 'src/understanding';
  const written = ['act-tuning.ts', 'act-weights.ts', 'read-act.ts'];
  const files = [
    ...['features.ts', 'reading.ts', 'normalise.ts', 'lexicon.ts', 'scope.ts', 'language.ts'].map(
      name => `${here}/${name}`,
    ),
    ...['concepts', 'speech', 'speech/tables', 'acts', 'acts/training'].flatMap(folder =>
      filesIn(`${here}/${folder}`),
    ),
    ...['act-rows.ts', 'learn.ts', 'train-acts.ts'].map(name => `bench/understanding/${name}`),
  ].filter(path => !written.some(name => path.endsWith(`/${name}`)));
  return hashOf(files);
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256');
  for (const path of files.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${folder}/${entry.name}`);
}
