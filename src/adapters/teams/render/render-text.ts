import type { Audience, Span, Text } from '../../../delivery/audience.ts';
import { clockText, type Reader } from '../../../delivery/plain-text.ts';
import { unreachable } from '../../../shared/errors.ts';
import type { RichTextBlock, Spacing, TextRun } from './adaptive-card.ts';
import { literalText } from './literal-text.ts';

/** How every run of a text looks. */
export type RunStyle = Omit<TextRun, 'type' | 'text'>;

/**
 * One text as blocks, one a line. They are runs of a RichTextBlock, in which Teams reads no markdown, so that
 * nothing a person wrote needs escaping by rules that differ between desktop, web and phone.
 */
export function renderText(
  text: Text<Audience>,
  reader: Reader,
  style: RunStyle = {},
): RichTextBlock[] {
  return blocksOf(
    text.spans.map(span => renderSpan(span, reader, style)),
    undefined,
  );
}

/** A label in front of a text, as one paragraph. */
export function renderLabelled(
  label: string,
  text: Text<Audience>,
  reader: Reader,
): RichTextBlock[] {
  const runs = text.spans.map(span => renderSpan(span, reader, {}));
  return blocksOf([{ type: 'TextRun', text: `${label}  `, weight: 'Bolder' }, ...runs], 'Small');
}

/** Words of our own as one block. */
export function renderWords(words: string, style: RunStyle = {}): RichTextBlock {
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: literalText(words), ...style }],
  };
}

function renderSpan(span: Span, reader: Reader, style: RunStyle): TextRun {
  switch (span.kind) {
    case 'text':
    case 'words':
      return { type: 'TextRun', text: span.text, ...style };
    case 'strong':
      return { type: 'TextRun', text: span.text, ...style, weight: 'Bolder' };
    case 'person':
      return { type: 'TextRun', text: `@${span.text}`, ...style, weight: 'Bolder' };
    case 'time':
      return {
        type: 'TextRun',
        text: clockText(new Date(span.at), span.style, reader),
        ...style,
      };
    default:
      return unreachable(span);
  }
}

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/;

// A run does not end a line, so every line is a block of its own.
function blocksOf(runs: readonly TextRun[], spacing: Spacing | undefined): RichTextBlock[] {
  const lines: TextRun[][] = [[]];
  for (const run of runs) {
    run.text.split(lineEnd).forEach((text, index) => {
      if (index > 0) lines.push([]);
      const literal = literalText(text);
      if (literal !== '') lines.at(-1)?.push({ ...run, text: literal });
    });
  }
  return lines
    .filter(line => line.some(({ text }) => text.trim() !== ''))
    .map((inlines, index) => ({
      type: 'RichTextBlock',
      inlines,
      ...(index > 0 ? { spacing: 'Small' as const } : spacing && { spacing }),
    }));
}
