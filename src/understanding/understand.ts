import {
  harmlessCues,
  intentCues,
  negativeCues,
  offerCues,
  positiveCues,
  urgentCues,
} from './concept-words.ts';

/** What a message asks for. The label guide defines each. */
export const intents = [
  'status',
  'next',
  'who',
  'help',
  'worried',
  'thanks',
  'stop',
  'more',
  'complaint',
  'billing',
  'planning',
  'purchase',
  'commitment',
  'resolved',
  'smalltalk',
  'other',
] as const;

export type Intent = (typeof intents)[number];

/** Names this customer uses: plan steps, products, people. Known names are not mistaken for feelings. */
export interface Vocabulary {
  readonly names: readonly string[];
}

/** What a message means, and how sure we are. */
export interface Understanding {
  readonly intent: Intent;
  /** Sure enough to page a human now. */
  readonly urgent: boolean;
  /** Not sure enough to page, but a human should be offered. */
  readonly offer: boolean;
  readonly sentiment: -1 | 0 | 1;
  /** How sure we are of the intent, in [0, 1]. */
  readonly confidence: number;
  /** ISO 639-1 code of the language it was read in. */
  readonly language: string;
  /** The words that decided, for `understand --json` and for tests. */
  readonly reasons: readonly string[];
}

/** Reads one message by its concept words. Pure: same text, same answer; people's names are ignored. */
export function understand(text: string, vocabulary: Vocabulary = { names: [] }): Understanding {
  const said = wordsOf(text, vocabulary);
  const scores = scoreIntents(said);
  const isHarmless = matches(said, harmlessCues).length > 0;
  const urgentWords = isHarmless ? [] : matches(said, urgentCues);
  if (urgentWords.length > 0) {
    return {
      intent: 'help',
      urgent: true,
      offer: true,
      sentiment: -1,
      confidence: 0.9,
      language: 'en',
      reasons: urgentWords,
    };
  }
  const best = scores[0];
  const intent: Intent = best?.intent ?? 'other';
  return {
    intent,
    urgent: false,
    offer: !isHarmless && intent === 'help' && matches(said, offerCues).length > 0,
    sentiment: sentimentOf(said, intent),
    confidence: confidenceOf(scores, said),
    language: 'en',
    reasons: best?.reasons ?? [],
  };
}

interface Score {
  readonly intent: Intent;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Asks beat moods, so that "thanks, who is on call?" is a question. */
const moods: readonly Intent[] = ['worried', 'thanks', 'smalltalk'];

function scoreIntents(said: string): Score[] {
  const scores = intents.flatMap(intent => {
    if (intent === 'other') return [];
    const reasons: string[] = [];
    let score = 0;
    for (const [weight, cues] of intentCues[intent]) {
      const found = matches(said, cues);
      reasons.push(...found);
      if (found.length > 0) score += weight + 0.2 * (found.length - 1);
    }
    return score > 0 ? [{ intent, score, reasons }] : [];
  });
  const hasAsk = scores.some(each => !moods.includes(each.intent) && each.score >= 3);
  const weighed = scores.map(each =>
    hasAsk && moods.includes(each.intent) ? { ...each, score: each.score / 3 } : each,
  );
  return weighed.sort((a, b) => b.score - a.score);
}

function sentimentOf(said: string, intent: Intent): -1 | 0 | 1 {
  if (intent === 'worried' || intent === 'complaint') return -1;
  if (matches(said, negativeCues).length > 0 && intent !== 'thanks' && intent !== 'resolved')
    return -1;
  return intent === 'thanks' || matches(said, positiveCues).length > 0 ? 1 : 0;
}

function confidenceOf(scores: readonly Score[], said: string): number {
  const best = scores[0];
  if (!best) return said.trim() === '' ? 0 : 0.3;
  const margin = best.score - (scores[1]?.score ?? 0);
  return Math.min(0.95, 0.35 + 0.08 * best.score + 0.1 * margin);
}

/** Lower case, contractions opened, punctuation gone; padded so that whole words match. */
function wordsOf(text: string, vocabulary: Vocabulary): string {
  let said = text.toLowerCase().replaceAll('’', "'");
  for (const name of vocabulary.names) said = said.replaceAll(name.toLowerCase(), 'it');
  for (const [short, long] of contractions) said = said.replaceAll(short, long);
  return ` ${said.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

const contractions = [
  ["can't", 'cannot'],
  ['can not', 'cannot'],
  ["won't", 'will not'],
  ["n't", ' not'],
  ["'re", ' are'],
  ["'s", ' is'],
  ["'m", ' am'],
  ['could not', 'cannot'],
] as const;

const compiled = new Map<string, readonly (readonly [string, RegExp])[]>();

/** The cues of a `|` list that occur in the padded words. */
function matches(said: string, cues: string): string[] {
  let patterns = compiled.get(cues);
  if (!patterns) {
    patterns = cues.split('|').map(cue => [cue, patternOf(cue)] as const);
    compiled.set(cues, patterns);
  }
  return patterns.filter(([, pattern]) => pattern.test(said)).map(([cue]) => cue);
}

function patternOf(cue: string): RegExp {
  const inner = cue.replaceAll('*', '\\p{L}*').replaceAll('_', '\\p{L}+( \\p{L}+){0,2}');
  return new RegExp(` ${inner} `, 'u');
}
