import type { types } from '@slack/bolt';
import type { Span } from '../../../delivery/audience.ts';
import type { Block, TextRoom } from './block-limits.ts';
import { type MentioningReader, type RichLine, richSection, type Section } from './rich-text.ts';

/** Room kept for saying that something was left out. */
const noteCharacters = 160;

/** A line is begun where at least so much of it fits. */
const leastCharacters = 500;

/** What a block costs besides its lines, and a line besides its elements. */
const blockCharacters = 40;

/**
 * Lines as rich text blocks, as many as there is room for. Paragraphs stand apart from each other and
 * labelled lines together; what does not fit is counted at the end, never dropped in silence.
 */
export function fitLines(
  lines: readonly RichLine[],
  reader: MentioningReader,
  room: TextRoom,
): Block[] {
  const kept: Section[] = [];
  let left = room.characters;
  for (const [index, line] of lines.entries()) {
    const section = richSection(line, reader);
    const cost = JSON.stringify(section).length + blockCharacters;
    const isLast = index === lines.length - 1;
    if (cost > left - (isLast ? 0 : noteCharacters)) {
      const most = left - noteCharacters;
      const part = most >= leastCharacters ? shortened(line, reader, most) : null;
      if (part) kept.push(part);
      kept.push(note(lines.length - index, part !== null));
      return inBlocks(kept, lines, room);
    }
    kept.push(section);
    left -= cost;
  }
  return inBlocks(kept, lines, room);
}

/** The beginning of a line that is too long by itself. */
function shortened(line: RichLine, reader: MentioningReader, most: number): Section | null {
  const spans: Span[] = [];
  let left = most;
  for (const span of line.text.spans) {
    const cost = JSON.stringify(richSection({ ...line, text: { spans: [span] } }, reader)).length;
    if (cost <= left) {
      spans.push(span);
      left -= cost;
      continue;
    }
    if (span.kind !== 'time') spans.push({ ...span, text: beginning(span.text, left) });
    break;
  }
  return spans.length === 0 ? null : richSection({ ...line, text: { spans } }, reader);
}

/** As much of a text as fits into so much JSON, where one sign may take six characters. */
function beginning(text: string, most: number): string {
  let end = Math.min(text.length, Math.max(0, most));
  while (end > 0 && JSON.stringify(text.slice(0, end)).length + blockCharacters * 4 > most) {
    end = Math.floor(end * 0.9) - 1;
  }
  return `${text.slice(0, Math.max(0, end)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function note(count: number, isCut: boolean): Section {
  const rest = isCut ? count - 1 : count;
  const text =
    rest === 0 ? '… shortened, ask for the rest' : `… ${lineCount(rest)}, ask for the rest`;
  return richSection(
    { text: { spans: [{ kind: 'text', text }] } },
    { timeZone: 'UTC', now: new Date(0) },
  );
}

function lineCount(count: number): string {
  return `${count} more line${count === 1 ? '' : 's'}`;
}

/** Each paragraph in a block of its own, labelled lines in one; where blocks are few, more lines to a block. */
function inBlocks(
  sections: readonly Section[],
  lines: readonly RichLine[],
  room: TextRoom,
): Block[] {
  const groups: Section[][] = [];
  sections.forEach((section, index) => {
    const isLabelled = lines[index]?.label !== undefined && lines[index - 1]?.label !== undefined;
    const last = groups.at(-1);
    if (isLabelled && last) last.push(section);
    else groups.push([section]);
  });
  const perBlock = Math.ceil(groups.length / Math.max(1, room.blocks));
  const blocks: types.RichTextBlock[] = [];
  for (let from = 0; from < groups.length; from += perBlock) {
    blocks.push({ type: 'rich_text', elements: groups.slice(from, from + perBlock).flat() });
  }
  return blocks;
}
