import { parseRung, type Rung } from '../../check-ins/cadence/cadence.ts';
import { type Interval, readInterval } from './interval.ts';

/** What a manager asked for, in the words of the check-ins folder. */
export interface SaidChange {
  readonly rung?: Rung;
  readonly boundMin?: Rung;
  readonly boundMax?: Rung;
  readonly closeness?: number;
  readonly pinned?: boolean;
}

export interface SaidCadence {
  /** Whom it is about, as typed: names, a kind, "all", or nothing. */
  readonly targets: string;
  readonly change: SaidChange;
  readonly why: string | null;
  /** What was said, where we keep another rhythm than that. */
  readonly instead?: Instead;
}

export interface Instead extends Interval {
  readonly said: string;
}

const closenessWords: Readonly<Record<string, number>> = {
  close: 0.2,
  closer: 0.2,
  normal: 0.5,
  light: 1.2,
  lighter: 1.2,
};
const pinWords = new Set(['pin', 'pinned']);
const unpinWords = new Set(['unpin', 'unpinned']);

/** "northwind, lakeside every 2 days because …": whom, what and why; null when no change is in it. */
export function readCadence(said: string): SaidCadence | null {
  const { text, why } = splitWhy(said);
  const tokens = text.split(/\s+/).filter(token => token !== '');
  for (let cut = 0; cut < tokens.length; cut += 1) {
    const rhythm = tokens.slice(cut);
    const own = readChange(rhythm);
    const instead = own ? null : readInstead(rhythm.join(' '));
    const change = own ?? (instead && changeTo(instead));
    if (!change) continue;
    const targets = tokens
      .slice(0, cut)
      .join(' ')
      .replace(/\s*(?::|\bto)$/i, '');
    return { targets, change, why, ...(instead ? { instead } : {}) };
  }
  return null;
}

const rhythmWord = /\b(?:every|each|hourly|daily|weekly|and)\b/i;

/** A rhythm said by itself or after a customer's name: "every 3 hours", "northwind hourly for tonight"; "30m" alone may be an hour. */
export function isRhythm(text: string): boolean {
  const read = rhythmWord.test(text) ? readCadence(text) : null;
  return read?.change.rung !== undefined && !read.targets.includes(' ');
}

function readInstead(said: string): Instead | null {
  const interval = readInterval(said);
  return interval && { ...interval, said };
}

/** What is for a while is not held, so that it widens again by itself. */
function changeTo({ rung, because }: Instead): SaidChange {
  return because === 'passing' ? { rung, pinned: false } : { rung };
}

/** The words before "because", and what follows it. */
export function splitWhy(said: string): { text: string; why: string | null } {
  const found = /\s*\bbecause\b\s*/i.exec(said);
  if (!found) return { text: said.trim(), why: null };
  const why = said.slice(found.index + found[0].length).trim();
  return { text: said.slice(0, found.index).trim(), why: why === '' ? null : why };
}

function readChange(tokens: readonly string[]): SaidChange | null {
  const words = tokens.map(token => token.toLowerCase());
  const rest = words.filter(word => !pinWords.has(word) && !unpinWords.has(word));
  const pin = readPin(words);
  if (rest.length === 0) return pin;
  const main = readBounds(rest) ?? readCloseness(rest) ?? readRung(rest);
  return main ? { ...main, ...pin } : null;
}

function readPin(words: readonly string[]): SaidChange | null {
  if (words.some(word => unpinWords.has(word))) return { pinned: false };
  return words.some(word => pinWords.has(word)) ? { pinned: true } : null;
}

function readBounds(words: readonly string[]): SaidChange | null {
  const middle = words.indexOf('and');
  if (words[0] !== 'between' || middle < 0) return null;
  const min = parseRung(words.slice(1, middle).join(' '));
  const max = parseRung(words.slice(middle + 1).join(' '));
  return min && max ? { boundMin: min, boundMax: max } : null;
}

function readCloseness(words: readonly string[]): SaidChange | null {
  const closeness = words.length === 1 && words[0] ? closenessWords[words[0]] : undefined;
  return closeness === undefined ? null : { closeness };
}

function readRung(words: readonly string[]): SaidChange | null {
  const rung = parseRung(words.join(' '));
  return rung ? { rung } : null;
}
