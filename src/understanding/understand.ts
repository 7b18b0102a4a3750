import { isEmergency } from './emergency.ts';
import { type Feature, featuresOf } from './features.ts';
import { type Intent, intents, type Sentiment } from './intent.ts';
import type { Language } from './language.ts';
import {
  type Model,
  modelFrom,
  pullOf,
  type Scores,
  scoreFeatures,
  urgentColumn,
} from './model.ts';
import type { Vocabulary } from './own-words.ts';
import { type Reading, readMessage } from './reading.ts';
import { tuning } from './tuning.ts';
import { weights } from './weights.ts';

/** What a message means, and how sure we are. */
export interface Understanding {
  readonly intent: Intent;
  /** Sure enough to page a human now. */
  readonly urgent: boolean;
  /** Not sure enough to page, but a human should be offered. */
  readonly offer: boolean;
  readonly sentiment: Sentiment;
  /** How sure we are of the intent, in [0, 1]. */
  readonly confidence: number;
  /** The language it was read in; `unknown` when it is none of ours. */
  readonly language: Language | 'unknown';
  /** How clearly the language showed, in [0, 1]; a bare "ok" shows none. */
  readonly languageCertainty: number;
  /** The words that decided. */
  readonly reasons: readonly string[];
}

let loaded: Model | null = null;

/** Unpacked when first needed: most commands never read a message. */
function shippedModel(): Model {
  loaded ??= modelFrom(tuning, weights);
  return loaded;
}

/** Reads one message by its words, ideas and letters. Pure: same text, same answer. */
export function understand(text: string, vocabulary: Vocabulary = { names: [] }): Understanding {
  return understandWith(shippedModel(), text, vocabulary);
}

/** The same with weights of one's own; for training and its tests. */
export function understandWith(model: Model, text: string, vocabulary: Vocabulary): Understanding {
  const reading = readMessage(text, vocabulary);
  const features = featuresOf(reading.prepared, reading.tags);
  const scores = scoreFeatures(model, features);
  const { pageAt, offerAt } = model.tuning;
  const { language, certainty } = reading.detected;
  if (reading.prepared.tokens.length === 0) return nothingSaid;
  const urgent = scores.urgency >= pageAt || isEmergency(text, reading.tags);
  const best = intents.indexOf(scores.intent);
  return {
    intent: urgent ? 'help' : scores.intent,
    urgent,
    offer: urgent || scores.unease >= offerAt || isForHuman(reading, scores),
    sentiment: urgent ? -1 : scores.sentiment,
    confidence: confidenceOf(reading, scores, urgent ? 'urgent' : 'calm'),
    language,
    languageCertainty: certainty,
    reasons: reasonsOf(model, { reading, features, column: urgent ? urgentColumn : best }),
  };
}

/** Where no word and no idea was known, whatever the letters suggest is a guess, and is asked back. */
const surestGuess = 0.35;

function confidenceOf(
  { tags, detected }: Reading,
  { intentOdds, urgency }: Scores,
  kind: 'urgent' | 'calm',
): number {
  const surest = Math.max(...intentOdds);
  if (kind === 'urgent') return Math.max(urgency, surest);
  const isGuess = tags.length === 0 && detected.certainty === 0;
  return isGuess ? Math.min(surest, surestGuess) : surest;
}

const nothingSaid: Understanding = {
  intent: 'other',
  urgent: false,
  offer: false,
  sentiment: 0,
  confidence: 0,
  language: 'unknown',
  languageCertainty: 0,
  reasons: [],
};

/** The word we ask people to type, alone or with next to nothing. */
const bareCall = /^(?:please )?(?:page|sos)(?: (?:please|me|us|someone|somebody|now|help))*$/;

/** What no figure may talk us out of: our own word for a person, an unknown language, a plain demand for a human now. */
function isForHuman({ tags, detected, prepared }: Reading, { intent }: Scores): boolean {
  if (bareCall.test(prepared.tokens.map(({ word }) => word).join(' '))) return true;
  if (detected.language === 'unknown' && prepared.tokens.length > 1) return true;
  const plain = tags.filter(({ scopes }) => scopes.size === 0).map(({ concept }) => concept);
  return (
    intent === 'help' && ['fetch', 'human', 'now'].every(each => plain.some(one => one === each))
  );
}

interface Deciding {
  readonly reading: Reading;
  readonly features: readonly Feature[];
  readonly column: number;
}

const mostReasons = 3;

/** The words that spoke loudest for what was decided, in their order. */
function reasonsOf(model: Model, { reading, features, column }: Deciding): string[] {
  const { tokens } = reading.prepared;
  const pulling = features
    .filter(({ from, until }) => from >= 0 && until - from <= 5)
    .map(feature => ({ feature, pull: pullOf(model, feature, column) }))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull);
  const kept: Feature[] = [];
  for (const { feature } of pulling) {
    const isNew = kept.every(({ from, until }) => feature.from >= until || feature.until <= from);
    if (isNew && kept.length < mostReasons) kept.push(feature);
  }
  return kept
    .sort((a, b) => a.from - b.from)
    .map(({ from, until }) =>
      tokens
        .slice(from, until)
        .map(({ word }) => word)
        .join(' '),
    );
}
