import type { Feature } from '../features.ts';
import type { Token } from '../normalise.ts';
import type { Reading } from '../reading.ts';
import { wordKinds } from './word-kinds.ts';

/** Buckets of what is told by the kinds of the words: "kettle" and "toaster" are of one. */
export const kindBuckets = 2 ** 13;

const kindsStrength = 1.5;

let kinds: ReadonlyMap<string, string> | null = null;

/** Each line of the table is a kind. Read when first needed. */
function readKinds(): ReadonlyMap<string, string> {
  kinds ??= new Map(
    wordKinds
      .split('\n')
      .flatMap((line, at) => line.split(' ').map(word => [word, String(at)] as const)),
  );
  return kinds;
}

/** What kinds of words stand where, for English, whose words the table knows. */
export function kindFeatures({ prepared, detected }: Reading): Feature[] {
  if (detected.language !== 'en' && detected.language !== 'unknown') return [];
  const known = readKinds();
  const { tokens, asked } = prepared;
  const kindAt = (at: number) => {
    const word = tokens[at]?.word ?? '$';
    return known.get(word) ?? word;
  };
  const buckets = new Set(
    tokens.flatMap((token, at) => {
      const [kind, next] = [kindAt(at), kindAt(at + 1)];
      return [
        kind,
        `${kind} ${next}`,
        `${kind} > ${tokens[at + 1]?.word ?? '$'}`,
        `${token.word} < ${next}`,
        ...(isFirst(tokens, at) ? [`^ ${kind}`] : []),
        ...(asked.has(token.sentence) ? [`? ${kind}`] : []),
      ].map(bucketOf);
    }),
  );
  const strength = kindsStrength / Math.sqrt(Math.max(buckets.size, 4));
  return [...buckets].map(bucket => ({ bucket, strength, from: -1, until: -1 }));
}

function isFirst(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.clause !== tokens[at]?.clause;
}

function bucketOf(name: string): number {
  let code = 7;
  for (const letter of name) code = Math.imul(code, 31) + letter.charCodeAt(0);
  return (Math.imul(code, 0x9e3779b1) >>> 0) % kindBuckets;
}
