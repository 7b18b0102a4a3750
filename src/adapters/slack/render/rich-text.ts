import type { types } from '@slack/bolt';
import type { Audience, Span, Text, TimeStyle } from '../../../delivery/audience.ts';
import { clockText, type Reader } from '../../../delivery/plain-text.ts';
import type { Mentions } from '../../../delivery/surface.ts';
import { unreachable } from '../../../shared/errors.ts';
import { inZone } from '../../../shared/time.ts';
import { blockLimits, pieces } from './block-limits.ts';

type Element = types.RichTextElement;
export type Section = types.RichTextSection;
type Style = { readonly style?: types.RichTextStyleable['style'] };

/** Whose eyes it is for, and the Slack ids of those who are mentioned. */
export interface MentioningReader extends Reader {
  readonly mentions?: Mentions | undefined;
}

/** One line of rich text, with its label, if any, in front and in bold. */
export interface RichLine {
  readonly label?: string;
  readonly text: Text<Audience>;
  readonly isBold?: true;
}

/**
 * A line as rich text. In rich text letters are only letters: nothing a person wrote can mention, link or
 * format, and nothing of it has to be changed for that. Every reader sees times on their own clock.
 */
export function richSection({ label, text, isBold }: RichLine, reader: MentioningReader): Section {
  const style: Style = isBold ? { style: { bold: true } } : {};
  const head = label === undefined ? [] : letters(`${label}: `, { style: { bold: true } });
  const elements = [...head, ...text.spans.flatMap(span => elementsOf(span, reader, style))];
  return { type: 'rich_text_section', elements: joined(elements) };
}

/** Neighbours that look the same become one, which leaves more room for words. */
function joined(elements: readonly Element[]): Element[] {
  const all: Element[] = [];
  for (const element of elements) {
    const last = all.at(-1);
    const isSame =
      last?.type === 'text' && element.type === 'text' && isBold(last) === isBold(element);
    if (isSame && last.text.length + element.text.length <= blockLimits.textCharacters) {
      all[all.length - 1] = { ...last, text: last.text + element.text };
    } else all.push(element);
  }
  return all;
}

function isBold({ style }: types.RichTextText): boolean {
  return style?.bold === true;
}

function elementsOf(span: Span, reader: MentioningReader, style: Style): Element[] {
  switch (span.kind) {
    case 'person': {
      const user = reader.mentions?.get(span.personId);
      return user ? [{ type: 'user', user_id: user, ...style }] : letters(`@${span.text}`, style);
    }
    case 'text':
    case 'words':
      return letters(span.text, style);
    case 'strong':
      return letters(span.text, { style: { bold: true } });
    case 'time':
      return [{ ...dateOf(span, reader), ...style }];
    default:
      return unreachable(span);
  }
}

function letters(text: string, style: Style): Element[] {
  return pieces(text, blockLimits.textCharacters).map(piece => ({
    type: 'text',
    text: piece,
    ...style,
  }));
}

/** An instant for Slack to show on each reader's own clock, and what to show where that cannot be done. */
export interface SlackDate {
  readonly timestamp: number;
  /** Slack's tokens: docs.slack.dev/messaging/formatting-message-text, "Date formatting". */
  readonly format: string;
  readonly fallback: string;
}

/** An instant as a Slack date: "18:05" on the reader's today, with its day on any other. */
export function slackDate(at: Date, style: TimeStyle, reader: Reader): SlackDate {
  return {
    timestamp: Math.floor(at.getTime() / 1000),
    format: formatOf(at, style, reader),
    fallback: clockText(at, style, reader),
  };
}

function formatOf(at: Date, style: TimeStyle, { timeZone, now }: Reader): string {
  switch (style) {
    case 'age':
      return '{ago}';
    case 'day':
      return '{date_short_pretty}';
    case 'full':
      return '{date_long} {time}';
    case 'bare':
      return '{time}';
    case 'clock': {
      const isToday = inZone(at, timeZone).hasSame(inZone(now, timeZone), 'day');
      return isToday ? '{time}' : '{date_short_pretty} {time}';
    }
    default:
      return unreachable(style);
  }
}

function dateOf(span: Extract<Span, { kind: 'time' }>, reader: Reader): Element {
  return { type: 'date', ...slackDate(new Date(span.at), span.style, reader) };
}
