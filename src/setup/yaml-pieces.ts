/** A part of a long document that can be read by itself. */
export interface YamlPiece {
  /** The key at the top of the document that it stands under. */
  readonly key: string;
  /** A list of items, or, where `firstItem` is null, a mapping with this one key. */
  readonly text: string;
  /** The place of its first item in the whole list. */
  readonly firstItem: number | null;
  /** How many lines of the document come before it. */
  readonly linesBefore: number;
}

/** Long enough that reading it pays, short enough that what reading leaves behind stays small. */
const pieceLength = 5_000;

const topKey = /^([A-Za-z][\w-]*):(?:\s|$)/;
const emptyLine = /^\s*(?:#.*)?$/;
const itemLine = /^( *)-(?:\s|$)/;

/**
 * A long document in pieces, in order. Only the plain shape of a setup file can be taken apart: a mapping of plain keys
 * whose lists stand item below item. Null for every other shape, which has to be read as a whole.
 */
export function yamlPieces(text: string): YamlPiece[] | null {
  const cutter = new Cutter(text);
  let from = 0;
  for (let line = 0; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const until = end < 0 ? text.length : end + 1;
    if (!cutter.take({ from, until, line })) return null;
    from = until;
  }
  return cutter.finish();
}

interface Line {
  readonly from: number;
  readonly until: number;
  readonly line: number;
}

interface Section {
  readonly key: string;
  readonly keyLine: Line;
  /** How far its items are indented; null as long as it is no list. */
  indentation: number | null;
  /** Nothing was said below its key so far. */
  isBare: boolean;
  items: number;
}

interface Open {
  readonly from: number;
  readonly linesBefore: number;
  readonly firstItem: number | null;
}

/** Goes down a document line by line and cuts where an item or a key begins. */
class Cutter {
  private readonly text: string;
  private readonly pieces: YamlPiece[] = [];
  private section: Section | null = null;
  private open: Open | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** False when the document has another shape. */
  take(line: Line): boolean {
    const start = this.text.slice(line.from, Math.min(line.until, line.from + 80)).trimEnd();
    if (emptyLine.test(start)) return true;
    const item = itemLine.exec(start);
    if (item && this.takeItem(line, item[1]?.length ?? 0)) return true;
    const key = topKey.exec(start)?.[1];
    if (key !== undefined) return this.takeKey(line, key, start.slice(key.length + 1));
    const isBelow = /^\s/.test(start);
    if (this.section) this.section.isBare = false;
    return isBelow && this.section !== null;
  }

  finish(): YamlPiece[] {
    this.close(this.text.length);
    return this.pieces;
  }

  private takeKey(line: Line, key: string, rest: string): boolean {
    this.close(line.from);
    if (this.pieces.some(piece => piece.key === key)) return false;
    this.section = {
      key,
      keyLine: line,
      indentation: null,
      isBare: emptyLine.test(rest),
      items: 0,
    };
    this.open = { from: line.from, linesBefore: line.line, firstItem: null };
    return true;
  }

  /** True when an item of the section's own list begins here. */
  private takeItem(line: Line, indentation: number): boolean {
    const { section } = this;
    if (!section) return false;
    if (section.isBare) {
      section.indentation = indentation;
      section.isBare = false;
      this.begin(line, section);
    }
    if (section.indentation !== indentation) return false;
    if (this.open && line.from - this.open.from > pieceLength) {
      this.close(line.from);
      this.begin(line, section);
    }
    section.items += 1;
    return true;
  }

  private begin({ from, line }: Line, section: Section): void {
    this.open = { from, linesBefore: line, firstItem: section.items };
  }

  private close(until: number): void {
    const { section, open } = this;
    if (!section || !open || open.from >= until) return;
    const { from, linesBefore, firstItem } = open;
    const text = this.text.slice(from, until);
    this.pieces.push({ key: section.key, text, firstItem, linesBefore });
    this.open = null;
  }
}
