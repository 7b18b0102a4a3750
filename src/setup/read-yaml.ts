import { BadInputError } from '../shared/errors.ts';
import { plainYaml } from './plain-yaml.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import type { Path, Source } from './source.ts';
import { type YamlPiece, yamlPieces } from './yaml-pieces.ts';

/** A file may be this large when it can be read in pieces. */
export const yamlLimits = { bytes: 100_000_000 } as const;

/** Longer files are read piece by piece: what a parser makes of a file takes fifty times its size. */
const longFrom = 500_000;

/** Takes the items of the lists at the top of a document one by one, and answers what is to stand in their place. */
export interface Taker {
  take(key: string, item: unknown, index: number): unknown;
}

const takeNothing: Taker = { take: (_, item) => item };

/** A document that was read as a whole, with the items of its lists taken. */
export function itemsTaken(value: unknown, taker: Taker): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const taken = Object.entries(value).map(([key, list]): [string, unknown] => [
    key,
    Array.isArray(list) ? list.map((item, index) => taker.take(key, item, index)) : list,
  ]);
  return Object.fromEntries(taken);
}

/**
 * Reads a YAML file (1.2, core schema: dates stay text). Throws BadInputError with every problem and its line;
 * too large, too deep, cyclic or exploding documents are refused before they can hurt. In a long file an alias must
 * stand near its anchor.
 */
export function readYaml(text: string, file: string, taker: Taker = takeNothing): ReadDocument {
  const pieces = text.length > longFrom ? yamlPieces(text) : null;
  if (pieces) return readPieces(pieces, file, taker);
  const { value, source } = readDocument(text, {
    file,
    linesBefore: 0,
    key: null,
    firstItem: 0,
  });
  return { value: itemsTaken(value, taker), source };
}

function readPieces(pieces: readonly YamlPiece[], file: string, taker: Taker): ReadDocument {
  const lists = new Map<string, unknown[]>();
  const others: [string, unknown][] = [];
  const problems: string[] = [];
  for (const piece of pieces) {
    try {
      const value = plainYaml(piece.text) ?? readPiece(piece, file).value;
      if (piece.firstItem === null) others.push(...Object.entries(itemsTaken(value, taker) ?? {}));
      else addItems(lists, piece, { items: Array.isArray(value) ? value : [], taker });
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new BadInputError(problems.slice(0, mostProblems));
  return { value: Object.fromEntries([...others, ...lists]), source: sourceOf(pieces, file) };
}

const mostProblems = 50;

interface Taking {
  readonly items: readonly unknown[];
  readonly taker: Taker;
}

function addItems(
  lists: Map<string, unknown[]>,
  { key }: YamlPiece,
  { items, taker }: Taking,
): void {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  for (const item of items) list.push(taker.take(key, item, list.length));
}

function readPiece({ text, key, firstItem, linesBefore }: YamlPiece, file: string): ReadDocument {
  const part = firstItem === null ? { key: null, firstItem: 0 } : { key, firstItem };
  return readDocument(text, { file, linesBefore, ...part });
}

/** Reads a piece again when one of its lines is asked for; the last one is kept, as problems stand together. */
function sourceOf(pieces: readonly YamlPiece[], file: string): Source {
  let last: { readonly piece: YamlPiece; readonly source: Source } | null = null;
  return {
    file,
    lineOf(path) {
      const piece = pieceOf(pieces, path);
      if (!piece) return 1;
      if (last?.piece !== piece) last = { piece, source: readPiece(piece, file).source };
      return last.source.lineOf(path);
    },
  };
}

function pieceOf(pieces: readonly YamlPiece[], [key, item]: Path): YamlPiece | undefined {
  const own = pieces.filter(piece => piece.key === key);
  if (typeof item !== 'number') return own[0];
  return own.findLast(({ firstItem }) => firstItem === null || firstItem <= item);
}
