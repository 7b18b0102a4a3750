import {
  conceptBuckets,
  type Feature,
  featuresOf,
  letterBuckets,
  wordBuckets,
} from '../features.ts';
import { prepare, type Token } from '../normalise.ts';
import { type Reading, readPrepared } from '../reading.ts';
import { ideaMeanings } from '../speech/idea.ts';
import { type NamedPerson, type Said, type Speech, speechOf } from '../speech/speech.ts';
import { kindBuckets, kindFeatures } from './kind-features.ts';

/** Words keep the buckets of `features.ts`; concepts and letters share theirs two by two, for acts have fewer rows. */
const conceptsFolded = conceptBuckets / 2;
const lettersFrom = conceptsFolded + wordBuckets;
const ideasFrom = lettersFrom + letterBuckets / 2;

/** Ideas, said or turned into their opposite, and whether something is asked. */
const ideaNames = [...Object.keys(ideaMeanings), 'ours', 'theirs'];

const kindsFrom = ideasFrom + ideaNames.length * 2 + 2;

export const actBucketCount = kindsFrom + kindBuckets;

/** How much the ideas say as a whole, beside the families of `features.ts`. */
const ideaStrength = 2.5;

/** A message as the acts are learned from it. */
export interface ActReading {
  readonly reading: Reading;
  readonly features: readonly Feature[];
}

/** What an act is told by: words, letters, ideas, kinds of words. Pure: same message, same people, same features. */
export function readForAct(text: string, people: readonly NamedPerson[]): ActReading {
  const speech = speechOf(text, people);
  const words = { ...prepare(text), tokens: withoutNames(speech) };
  const reading = readPrepared(text, words, { names: [] });
  const heard = featuresOf(reading.prepared, reading.tags).map(fold);
  const kinds = kindFeatures(reading).map(each => ({ ...each, bucket: kindsFrom + each.bucket }));
  return { reading, features: [...heard, ...ideaFeatures(speech), ...kinds] };
}

function fold(feature: Feature): Feature {
  return { ...feature, bucket: foldedBucket(feature.bucket) };
}

function foldedBucket(bucket: number): number {
  if (bucket < conceptBuckets) return bucket % conceptsFolded;
  if (bucket < conceptBuckets + wordBuckets) return bucket - conceptBuckets + conceptsFolded;
  return lettersFrom + (bucket % (letterBuckets / 2));
}

/** Who somebody is matters to what is done, not what they are called. */
function withoutNames({ tokens, said }: Speech): Token[] {
  const named = said.filter(({ idea }) => idea === 'ours' || idea === 'theirs');
  return tokens.flatMap((token, at) => {
    const one = named.find(({ from, until }) => from <= at && at < until);
    if (!one) return [token];
    return one.from === at ? [{ ...token, word: standIn(one) }] : [];
  });
}

function standIn({ idea }: Said): string {
  return idea === 'ours' ? 'advocateperson' : 'customerperson';
}

function ideaFeatures({ said, asked }: Speech): Feature[] {
  const heard = new Set(
    said.map(({ idea, isNegated }) => ideaNames.indexOf(idea) * 2 + (isNegated ? 1 : 0)),
  );
  heard.add(ideaNames.length * 2 + (asked.size > 0 ? 1 : 0));
  const strength = ideaStrength / Math.sqrt(Math.max(heard.size, 4));
  return [...heard].map(at => ({ bucket: ideasFrom + at, strength, from: -1, until: -1 }));
}
