import { foldAccents } from '../normalise.ts';
import { type Figure, figureAt } from './figure.ts';
import type { Meaning, TimeIdea, TimeLexicon } from './table.ts';

/** A run of words or figures, with everything it can be in a time. */
export interface Piece extends Meaning {
  readonly figure: Figure | null;
  /** Where it stands in the text. */
  readonly from: number;
  readonly until: number;
  /** It begins a sentence of its own, so that nothing before it belongs to it. */
  readonly isFirst: boolean;
}

const unit =
  /(?<cjk>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])|(?<word>\p{L}+(?:\.\p{L}\b\.?)*)|(?<figure>\d)|(?<mark>[.!?;\n。！？]+(?=\s|$|\p{L}))|(?<dash>(?<!\p{L})[–—~〜-]|[–—~〜-](?!\p{L}))|(?<comma>[,、])/gu;

interface Unit {
  readonly word: string;
  readonly figure: Figure | null;
  readonly from: number;
  readonly until: number;
  readonly isFirst: boolean;
}

const meaningless: Meaning = { ideas: new Set(), number: null, weekday: null, month: null };
const ideas = (...list: TimeIdea[]): Meaning => ({ ...meaningless, ideas: new Set(list) });
const dash = ideas('until');
const comma = ideas('glue');

/** A text in pieces, as one language reads it. Words that say nothing of time are pieces without a meaning. */
export function piecesOf(text: string, lexicon: TimeLexicon): Piece[] {
  const units = unitsOf(text);
  const pieces: Piece[] = [];
  for (let at = 0; at < units.length; ) {
    const first = units[at];
    if (!first) break;
    const { length, meaning } = meaningAt(units, at, lexicon);
    const { figure, from, isFirst } = first;
    const until = units[at + length - 1]?.until ?? first.until;
    pieces.push({ ...meaning, figure, from, until, isFirst });
    at += length;
  }
  return pieces;
}

/** Words, numbers, Japanese characters and the marks between them. */
function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let isFirst = true;
  unit.lastIndex = 0;
  for (let found = unit.exec(text); found; found = unit.exec(text)) {
    const { index: from, groups = {} } = found;
    if (groups.mark) {
      isFirst = true;
      continue;
    }
    const read = groups.figure ? figureAt(text, from) : null;
    const length = read?.length ?? (groups.figure ? digitsAt(text, from) : found[0].length);
    const word = groups.figure ? '' : foldAccents(found[0].toLowerCase()).replaceAll('.', '');
    units.push({ word, figure: read?.figure ?? null, from, until: from + length, isFirst });
    unit.lastIndex = from + length;
    isFirst = false;
  }
  return units;
}

/** Figures that are no time at all ("4711-b") are passed over as one. */
function digitsAt(text: string, from: number): number {
  return /^[\d.,:/-]*\d|^\d/.exec(text.slice(from))?.[0].length ?? 1;
}

function meaningAt(
  units: readonly Unit[],
  at: number,
  lexicon: TimeLexicon,
): { length: number; meaning: Meaning } {
  const word = units[at]?.word ?? '';
  if (/^[–—~〜-]$/.test(word)) return { length: 1, meaning: dash };
  if (/^[,、]$/.test(word)) return { length: 1, meaning: comma };
  for (const { words, meaning } of lexicon.get(word) ?? []) {
    if (words.every((expected, ahead) => units[at + ahead]?.word === expected))
      return { length: words.length, meaning };
  }
  return { length: 1, meaning: meaningless };
}
