import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { BadInputError } from '../shared/errors.ts';
import { type Path, type Problem, problemLines, type Source, shown } from './source.ts';

/** A document as plain values, and where each of them stands. */
export interface ReadDocument {
  readonly value: unknown;
  readonly source: Source;
}

/** What a document that is read at once may be at most; far above every honest one. */
export const documentLimits = {
  bytes: 8_000_000,
  depth: 32,
  aliases: 200,
  indentation: 200,
} as const;

/** Where in a file a document stands. Its values are named, and their lines counted, as in the whole file. */
export interface Standing {
  readonly file: string;
  readonly linesBefore: number;
  /** The key of the list that it is a part of; null when it is no part of a list. */
  readonly key: string | null;
  /** The place of its first item in that list. */
  readonly firstItem: number;
}

function outerPath(path: Path, { key, firstItem }: Standing): Path {
  const [item, ...rest] = path;
  if (key === null) return path;
  return typeof item === 'number' ? [key, item + firstItem, ...rest] : [key];
}

function innerPath(path: Path, { key, firstItem }: Standing): Path {
  const [, item, ...rest] = path;
  if (key === null) return path;
  return typeof item === 'number' ? [item - firstItem, ...rest] : [];
}

/**
 * Reads YAML 1.2 (core schema: dates stay text) at once. Throws BadInputError with every problem and its line;
 * too large, too deep, cyclic or exploding documents are refused before they can hurt.
 */
export function readDocument(text: string, standing: Standing): ReadDocument {
  const { file, linesBefore } = standing;
  const tooMuch = excess(text);
  if (tooMuch)
    throw new BadInputError([`${file}:${linesBefore + tooMuch.line} (top): ${tooMuch.what}`]);
  const lines = new LineCounter();
  const document = parse(text, file, lines);
  const lineAt = (offset: number) => linesBefore + lines.linePos(offset).line;
  const inner = sourceOf(document, file, lineAt);
  const source = { file, lineOf: (path: Path) => inner.lineOf(innerPath(path, standing)) };
  const syntax = [...document.errors, ...document.warnings].map(
    error =>
      `${file}:${lineAt(error.pos[0])} (top): this is not valid YAML: ${shown(error.message)}`,
  );
  if (syntax.length > 0) throw new BadInputError(syntax.slice(0, 20));
  const problems = new Walk(document)
    .problems()
    .map(({ path, what }) => ({ path: outerPath(path, standing), what }));
  if (problems.length > 0) throw new BadInputError(problemLines(source, problems));
  return { value: document.toJS({ maxAliasCount: documentLimits.aliases }), source };
}

function parse(text: string, file: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      schema: 'core',
      version: '1.2',
      uniqueKeys: false, // compares every pair of keys: seconds for a hostile file; Walk does it with a set
    });
  } catch (error) {
    throw new BadInputError(
      [`${file}:1 (top): this file cannot be read as YAML. Write plain keys, lists and text.`],
      {
        cause: error,
      },
    );
  }
}

interface Excess {
  readonly line: number;
  readonly what: string;
}

/**
 * The parser recurses and compiles patterns from the indentation: "- - - - …" a hundred thousand times ends
 * the process, not just the parse. So depth is bounded on the raw text, before the parser sees it.
 */
function excess(text: string): Excess | null {
  if (Buffer.byteLength(text) > documentLimits.bytes) {
    return {
      line: 1,
      what: `the file is larger than ${documentLimits.bytes / 1_000_000} MB. Split it into several files.`,
    };
  }
  let depth = 0;
  let line = 0;
  for (const content of text.split(/\r\n|\r|\n/)) {
    line += 1;
    if (isTooDeepLine(content))
      return { line, what: 'this is nested too deeply. Write it flat, as in examples/.' };
    depth = Math.max(0, depth + bracketsOf(content));
    if (depth > documentLimits.depth) {
      return {
        line,
        what: 'this has too many open brackets. Close them, or write it flat, as in examples/.',
      };
    }
  }
  return null;
}

function isTooDeepLine(line: string): boolean {
  const start = line.slice(0, 2_000);
  const indentation = start.length - start.trimStart().length;
  return indentation > documentLimits.indentation || /^\s*(?:[-?:]\s+){12}/.test(start);
}

/** Brackets left open by one line, leaving out quoted text and comments; the deepest point when that is too deep. */
function bracketsOf(line: string): number {
  if (!/[[\]{}]/.test(line)) return 0;
  let depth = 0;
  for (const [mark] of line
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'|(?:^|\s)#.*$/g, '')
    .matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > documentLimits.depth) return depth;
  }
  return depth;
}

/** Goes through the nodes of a document once, before anything is made of them. */
class Walk {
  private readonly found: Problem[] = [];
  private aliases = 0;
  private readonly document: Document.Parsed;

  constructor(document: Document.Parsed) {
    this.document = document;
  }

  problems(): readonly Problem[] {
    this.visit(this.document.contents, []);
    return this.found;
  }

  private visit(node: unknown, path: Path): void {
    if (path.length > documentLimits.depth) {
      this.found.push({ path, what: 'this is nested too deeply. Write it flat, as in examples/.' });
    } else if (isAlias(node)) {
      this.visitAlias(node, path);
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        this.visit(item, [...path, index]);
      });
    } else if (isMap(node)) {
      this.visitMap(node, path);
    }
  }

  private visitAlias(alias: Alias, path: Path): void {
    this.aliases += 1;
    if (this.aliases > documentLimits.aliases) {
      if (this.aliases > documentLimits.aliases + 1) return;
      this.found.push({
        path,
        what: `more than ${documentLimits.aliases} aliases (*name). Write them out.`,
      });
      return;
    }
    const target = alias.resolve(this.document);
    if (!target) {
      this.found.push({ path, what: 'this alias names nothing. Write the value itself.' });
    } else if (hasAlias(target)) {
      this.found.push({ path, what: 'an alias of something with aliases. Write this one out.' });
    }
  }

  private visitMap(node: YAMLMap, path: Path): void {
    const known = new Set<string>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) {
        this.found.push({
          path,
          what: 'a key must be a plain word. Check the brackets and colons here.',
        });
        continue;
      }
      const name = String(key.value);
      if (known.has(name)) {
        this.found.push({
          path: [...path, name],
          what: 'this key is here twice. Keep one of them.',
        });
      }
      known.add(name);
      this.visit(value, [...path, name]);
    }
  }
}

function hasAlias(node: Node): boolean {
  let found = false;
  visit(node, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function sourceOf(
  document: Document.Parsed,
  file: string,
  lineAt: (offset: number) => number,
): Source {
  return {
    file,
    lineOf(path) {
      let node: unknown = document.contents;
      let at = startOf(node) ?? 0;
      for (const part of path) {
        const step = stepInto(isAlias(node) ? node.resolve(document) : node, part);
        if (!step) break;
        node = step.node;
        at = step.at ?? at;
      }
      return lineAt(at);
    },
  };
}

function stepInto(node: unknown, part: PropertyKey): { node: unknown; at: number | null } | null {
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? null : { node: item, at: startOf(item) };
  }
  if (!isMap(node)) return null;
  // The last of two equal keys is the one that is too much.
  const pair = node.items.findLast(
    ({ key }) => isScalar(key) && String(key.value) === String(part),
  );
  return pair ? { node: pair.value, at: startOf(pair.key) } : null;
}

function startOf(node: unknown): number | null {
  const isPlaced = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
  return isPlaced && node.range ? node.range[0] : null;
}
