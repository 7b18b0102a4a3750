/**
 * Reads what generated files are made of, a hundred times as fast as a parser of all of YAML: block mappings of plain keys,
 * block lists, and values of one line that need no second look. Undefined for everything else, which is not to say that
 * it is wrong. What is read here means the same to the parser.
 */
export function plainYaml(text: string): unknown {
  if (text.length > longestText || odd.test(text)) return undefined;
  const entries: Entry[] = [];
  for (const line of text.split('\n')) if (!addLine(entries, line)) return undefined;
  if (entries.length === 0) return undefined;
  const reading = new Reading(entries);
  const value = reading.node();
  return reading.isOver && !reading.isLost ? value : undefined;
}

const longestText = 1_000_000;
const deepest = 24;
const widest = 100;

/** Tabs, carriage returns and everything else that no eye sees: for the parser to judge. */
const odd = /[^\n\P{C}]|[\u2028\u2029\u0085]/u;

interface Entry {
  /** Where in the line it begins. */
  readonly at: number;
  /** The key of a pair; null for the dash of a list or for an item. */
  readonly key: string | null;
  /** Undefined for a dash, and for a key whose value stands below it. */
  readonly value: unknown;
}

const emptyLine = /^ *(?:#.*)?$/;
const lineParts = /^( *)((?:- )*)(?:([A-Za-z][A-Za-z0-9_-]*):(?: +(\S.*))?|(\S.*))$/;

/** False when the line is none of the plain ones. */
function addLine(entries: Entry[], line: string): boolean {
  if (emptyLine.test(line)) return true;
  const [, indentation = '', dashes = '', key, value, item] = lineParts.exec(line.trimEnd()) ?? [];
  let at = indentation.length;
  if (at + dashes.length > widest || dashes.length / 2 > deepest) return false;
  for (let n = 0; n < dashes.length; n += 2, at += 2)
    entries.push({ at, key: null, value: undefined });
  if (key === undefined) {
    const read = item === undefined || dashes === '' ? undefined : scalar(item);
    entries.push({ at, key: null, value: read });
    return read !== undefined;
  }
  const read = value === undefined ? undefined : scalar(value);
  entries.push({ at, key, value: read });
  return !wordOfItsOwn.test(key) && (value === undefined || read !== undefined);
}

const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
const digits = /^(?:0|[1-9][0-9]{0,14})$/;
const numberLike = /^[0-9][0-9.]*(?:[eE][-+]?[0-9]+)?$|^0[ox]/;
const wordOfItsOwn = /^(?:null|true|false)$/i;
const plain = /^[\p{L}\p{N}](?:[^:#[\]{}]|:(?=[^ ])|(?<=[^ ])#)*$/u;

/** A value of one line; undefined when it takes a parser to tell. */
function scalar(text: string): unknown {
  const [, double, single] = quoted.exec(text) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  if (text === '[]') return [];
  if (text === '{}') return {};
  if (digits.test(text)) return Number(text);
  return numberLike.test(text) || wordOfItsOwn.test(text) || !plain.test(text) ? undefined : text;
}

/** Goes through the entries once, from the outside in. */
class Reading {
  private readonly entries: readonly Entry[];
  private next = 0;
  private depth = 0;
  /** Something stands where only a parser knows what it means. */
  isLost = false;

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  get isOver(): boolean {
    return this.next === this.entries.length;
  }

  node(): unknown {
    const first = this.entries[this.next];
    this.depth += 1;
    if (!first || this.depth > deepest) return this.lose();
    const value = this.read(first);
    this.depth -= 1;
    return value;
  }

  private read(first: Entry): unknown {
    if (first.key !== null) return this.mapping(first.at);
    if (first.value === undefined) return this.list(first.at);
    this.next += 1;
    return first.value;
  }

  private list(at: number): unknown[] {
    const items: unknown[] = [];
    while (!this.isLost && this.isDash(at)) {
      this.next += 1;
      if ((this.entries[this.next]?.at ?? -1) <= at) this.lose();
      else items.push(this.node());
      this.endBelow(at);
    }
    return items;
  }

  private mapping(at: number): Record<string, unknown> {
    const pairs: Record<string, unknown> = {};
    for (let entry = this.entries[this.next]; entry?.at === at; entry = this.entries[this.next]) {
      const { key, value } = entry;
      if (key === null || Object.hasOwn(pairs, key)) break;
      this.next += 1;
      pairs[key] = value === undefined ? this.below(at) : value;
      this.endBelow(at);
      if (this.isLost) break;
    }
    return pairs;
  }

  /** What stands below a key; a list may begin where its key does. */
  private below(at: number): unknown {
    const next = this.entries[this.next];
    if (next && next.at > at) return this.node();
    return this.isDash(at) ? this.list(at) : null;
  }

  private isDash(at: number): boolean {
    const entry = this.entries[this.next];
    return entry?.at === at && entry.key === null && entry.value === undefined;
  }

  /** Whatever comes now stands no further in. */
  private endBelow(at: number): void {
    if ((this.entries[this.next]?.at ?? -1) > at) this.lose();
  }

  private lose(): null {
    this.isLost = true;
    return null;
  }
}
