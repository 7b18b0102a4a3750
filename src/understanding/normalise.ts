/** No more than this much of a message is read: its beginning, and its end, where the point often stands. */
const headLength = 1_600;
const tailLength = 800;

/** A run of letters longer than this is no word. */
const longestWord = 40;

/** One word (or one Japanese character, number or emoji) as it is compared: small, without accents. */
export interface Token {
  readonly word: string;
  /** Counts from 0; a new sentence begins after `.`, `?`, `!`, a line's end. */
  readonly sentence: number;
  /** Counts from 0; a new clause begins at a comma, too. */
  readonly clause: number;
  /** True inside quotation marks and after `>`. */
  readonly isQuoted: boolean;
}

/** A message in comparable form. */
export interface Prepared {
  readonly tokens: readonly Token[];
  /** Sentences, by number, that end in a question mark. */
  readonly asked: ReadonlySet<number>;
  readonly exclamations: number;
  readonly isShouted: boolean;
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\b(ca|wo|sha)n'?t\b/g, '$1n not'],
  [/\bcan not\b|\bcannot\b|\bcan not\b/g, 'cannot'],
  [/\bcann not\b/g, 'cannot'],
  [/\bwon not\b/g, 'will not'],
  [/\bshan not\b/g, 'shall not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n'?t\b/g, '$1 not'],
  [
    /\b(what|it|that|where|who|how|there|here|when|she|he|let|everything|nothing|nobody)'?s\b/g,
    '$1 is',
  ],
  [/\bi'?m\b/g, 'i am'],
  [/\b(\w+)'re\b/g, '$1 are'],
  [/\b(\w+)'ve\b/g, '$1 have'],
  [/\b(\w+)'ll\b/g, '$1 will'],
  [/\b(i|you|we|they|he|she)'d\b/g, '$1 would'],
  [/\b(?:pls|plz|plse)\b/g, 'please'],
  [/\b(?:thx|thnx|tnx|thanx|tks)\b/g, 'thanks'],
  [/\bu\b/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\bgonna\b/g, 'going to'],
  [/\bwanna\b/g, 'want to'],
  [/\brn\b/g, 'right now'],
  [/\b(?:sth|smth)\b/g, 'something'],
  [/\b(?:ppl)\b/g, 'people'],
  [/\bw\/o\b/g, 'without'],
];

const piece =
  /(?<word>[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{N}]+)*)|(?<emoji>\p{Extended_Pictographic})|(?<mark>[.?!。！？…;\n]+|[,:、，–—()]|["“”„«»「」『』]|[@>#])/gu;

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** Brings what somebody typed into the form in which it is compared. Pure; at most 2,400 characters are read. */
export function prepare(text: string): Prepared {
  const read = cut(text).normalize('NFKC');
  const state: State = { tokens: [], asked: new Set(), sentence: 0, clause: 0, isQuoted: false };
  let exclamations = 0;
  for (const { groups = {} } of plainForm(read).matchAll(piece)) {
    if (groups.word) addWord(state, groups.word);
    else if (groups.emoji) addToken(state, groups.emoji);
    else if (groups.mark) {
      if (groups.mark.includes('!') || groups.mark.includes('！')) exclamations += 1;
      addMark(state, groups.mark);
    }
  }
  const { tokens, asked } = state;
  return { tokens, asked, exclamations, isShouted: isShouted(read) };
}

interface State {
  readonly tokens: Token[];
  readonly asked: Set<number>;
  sentence: number;
  clause: number;
  isQuoted: boolean;
}

function cut(text: string): string {
  if (text.length <= headLength + tailLength) return text;
  return `${text.slice(0, headLength)}\n${text.slice(-tailLength)}`;
}

/** Small letters without accents, English short forms written out. The tables of concepts are written so. */
export function plainForm(text: string): string {
  let said = foldAccents(text.toLowerCase()).replace(/[’‘´`]/g, "'");
  for (const [short, long] of shortForms) said = said.replace(short, long);
  return said;
}

/** "später" as "spater"; Japanese voice marks stay. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss');
}

function addWord(state: State, word: string): void {
  if (cjk.test(word)) {
    for (const part of word.match(/[a-z0-9]+|./gu) ?? []) addToken(state, part);
    return;
  }
  for (const part of word.split("'")) {
    if (part) addToken(state, calm(part).slice(0, longestWord));
  }
}

/** "heeeelp" is "help"; numbers are all alike, only short ones are kept. */
function calm(word: string): string {
  if (/^\d{4,}$/.test(word)) return '#';
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

function addToken(state: State, word: string): void {
  const { tokens, sentence, clause, isQuoted } = state;
  tokens.push({ word, sentence, clause, isQuoted });
}

function addMark(state: State, mark: string): void {
  if (/["“”„«»「」『』]/u.test(mark)) {
    state.isQuoted = !state.isQuoted;
  } else if (mark === '>') {
    state.isQuoted = true;
  } else if (mark === '@' || mark === '#') {
    addToken(state, mark);
  } else {
    if (/[?？]/u.test(mark)) state.asked.add(state.sentence);
    state.clause += 1;
    if (/[.?!。！？…;\n]/u.test(mark)) state.sentence += 1;
    if (mark.includes('\n')) state.isQuoted = false;
  }
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return letters.length >= 8 && capitals.length > letters.length * 0.6;
}
