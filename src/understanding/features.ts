import type { Concept } from './concepts/english.ts';
import type { Prepared } from './normalise.ts';
import type { Scope, ScopedTag } from './scope.ts';

/** Buckets of each family of features; a feature is hashed into one of its family's. */
export const conceptBuckets = 2 ** 14;
export const wordBuckets = 2 ** 14;
export const letterBuckets = 2 ** 14;
export const bucketCount = conceptBuckets + wordBuckets + letterBuckets;

/** How much a family says as a whole; within it, features share this evenly. */
const familyStrength = { concepts: 3, words: 2, letters: 1.6 } as const;

/** One thing noticed about a message, and the words it was noticed in (-1 when it is about no words). */
export interface Feature {
  readonly bucket: number;
  readonly strength: number;
  readonly from: number;
  readonly until: number;
}

/** More than so many concepts a sentence are a list of words, not a thought; pairs would grow with the square. */
const mostTagsPaired = 14;
const mostLetters = 1_500;

/** Scopes in which words about trouble do not tell of trouble here and now. */
const dampers: readonly Scope[] = [
  'asked',
  'supposed',
  'past',
  'told',
  'quoted',
  'test',
  'drill',
  'calm',
  'elsewhere',
  'one',
  'not',
];

/** Concepts that only steer others and say nothing in a pair. */
const silent: ReadonlySet<Concept> = new Set(['was']);

/** Everything the scores are made of. Pure: same message, same features. */
export function featuresOf(prepared: Prepared, tags: readonly ScopedTag[]): Feature[] {
  return [
    ...family(familyStrength.concepts, add => addConcepts(add, prepared, tags)),
    ...family(familyStrength.words, add => addWords(add, prepared)),
    ...family(familyStrength.letters, add => addLetters(add, prepared)),
  ];
}

type Add = (bucket: number, from: number, until: number) => void;

function family(strength: number, collect: (add: Add) => void): Feature[] {
  const found = new Map<number, { from: number; until: number }>();
  collect((bucket, from, until) => {
    if (!found.has(bucket)) found.set(bucket, { from, until });
  });
  const each = strength / Math.sqrt(Math.max(found.size, 4));
  return [...found].map(([bucket, where]) => ({ bucket, strength: each, ...where }));
}

function addConcepts(add: Add, prepared: Prepared, tags: readonly ScopedTag[]): void {
  const note = (name: string, from = -1, until = -1) =>
    add(hash(name) % conceptBuckets, from, until);
  for (const tag of tags) addTag(note, tag);
  for (const [at, tag] of tags.entries()) {
    const next = tags.slice(at + 1).find(({ from }) => from >= tag.until);
    if (next && next.sentence === tag.sentence && next.from - tag.until <= 3) {
      note(`${tag.concept}>${next.concept}`, tag.from, next.until);
    }
  }
  for (const sentence of new Set(tags.map(each => each.sentence))) {
    addPairs(
      note,
      tags.filter(each => each.sentence === sentence && !silent.has(each.concept)),
    );
  }
  addManner(note, prepared, tags);
  const ask = askedSentence(prepared, tags);
  for (const { concept, from, until, sentence } of tags) {
    if (ask !== null) note(`${sentence === ask ? 'ask' : 'mood'} ${concept}`, from, until);
  }
}

const askers: ReadonlySet<Concept> = new Set([
  'what',
  'when',
  'who',
  'how',
  'where',
  'why',
  'finite',
  'asks',
]);

/** The sentence that asks for something, the last when several do: the ask weighs more than the mood around it. */
function askedSentence({ asked, tokens }: Prepared, tags: readonly ScopedTag[]): number | null {
  const sentences = [
    ...asked,
    ...tags.filter(t => askers.has(t.concept) && isNearStart(t, tokens)).map(t => t.sentence),
  ];
  return sentences.length > 0 ? Math.max(...sentences) : null;
}

function isNearStart({ from, sentence }: ScopedTag, tokens: Prepared['tokens']): boolean {
  return from < 2 || tokens[from - 2]?.sentence !== sentence;
}

type Note = (name: string, from?: number, until?: number) => void;

function addTag(note: Note, { concept, scopes, from, until }: ScopedTag): void {
  note(concept, from, until);
  if (isPlain(scopes)) note(`${concept}!`, from, until);
  for (const scope of scopes) note(`${concept}@${scope}`, from, until);
}

function isPlain(scopes: ReadonlySet<Scope>): boolean {
  return !dampers.some(scope => scopes.has(scope));
}

/** Two concepts in one sentence say more than each: "nobody" and "work", "stop" and "message". */
function addPairs(note: Note, tags: readonly ScopedTag[]): void {
  const few = tags.slice(0, mostTagsPaired);
  for (const [at, a] of few.entries()) {
    for (const b of few.slice(at + 1)) {
      if (a.concept === b.concept) continue;
      const pair = [a.concept, b.concept].sort().join('+');
      note(pair, a.from, b.until);
      if (isPlain(a.scopes) && isPlain(b.scopes)) note(`${pair}!`, a.from, b.until);
    }
  }
}

/** How it is said: shouted, asked, short; how it begins and ends. */
function addManner(note: Note, prepared: Prepared, tags: readonly ScopedTag[]): void {
  const { tokens, asked, exclamations, isShouted } = prepared;
  const last = tokens.at(-1)?.sentence ?? 0;
  note('bias');
  note(`length ${Math.min(6, Math.ceil(Math.log2(tokens.length + 1)))}`);
  note(`concepts ${Math.min(8, new Set(tags.map(({ concept }) => concept)).size)}`);
  if (isShouted) note('shouted');
  if (exclamations > 0) note(exclamations > 1 ? 'exclaims much' : 'exclaims');
  if (asked.size > 0) note('asks');
  if (asked.has(last)) note('asks at the end');
  if (tokens.some(({ isQuoted }) => isQuoted)) note('quotes');
  if (last > 0) note('several sentences');
  for (const { concept, from, sentence } of tags) {
    if (from <= 1) note(`begins ${concept}`, from, from + 1);
    if (sentence === last && last > 0) note(`at last ${concept}`, from, from + 1);
  }
}

function addWords(add: Add, { tokens, asked }: Prepared): void {
  const note = (name: string, from: number, until: number) =>
    add(conceptBuckets + (hash(name) % wordBuckets), from, until);
  for (const [at, { word, clause, sentence }] of tokens.entries()) {
    note(word, at, at + 1);
    const next = tokens[at + 1]?.word ?? '$';
    note(`${word} ${next}`, at, at + 2);
    if (tokens[at - 1]?.clause !== clause) {
      note(`^ ${word}`, at, at + 1);
      note(`^ ${word} ${next}`, at, at + 2);
    }
    if (asked.has(sentence)) note(`? ${word}`, at, at + 1);
  }
}

function addLetters(add: Add, { tokens }: Prepared): void {
  const said = ` ${tokens.map(({ word }) => word).join(' ')} `;
  const end = Math.min(said.length, mostLetters);
  for (let at = 0; at < end; at += 1) {
    let code = 0x811c9dc5;
    for (let length = 1; length <= 5 && at + length <= end; length += 1) {
      const letter = said.charCodeAt(at + length - 1);
      if (letter === 32 && length > 1 && length < 3) break;
      code = Math.imul(code ^ letter, 0x01000193) >>> 0;
      if (length > 1) add(conceptBuckets + wordBuckets + (mix(code) % letterBuckets), -1, -1);
      if (letter === 32 && length > 1) break;
    }
  }
}

/** FNV-1a, as unsigned 32 bits. */
function hash(name: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    code = Math.imul(code ^ name.charCodeAt(at), 0x01000193);
  }
  return mix(code);
}

/** Spreads the low bits, which FNV mixes badly. */
function mix(code: number): number {
  let mixed = code ^ (code >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return mixed >>> 0;
}
