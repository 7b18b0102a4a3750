import type { Audience, Span, Text } from '../../../delivery/audience.ts';
import type { Reader } from '../../../delivery/plain-text.ts';
import { type Block, blockLimits, cut, type TextRoom } from './block-limits.ts';
import { fitLines } from './fit-lines.ts';
import { slackDate } from './rich-text.ts';

/** What Slack needs escaped in any text: docs.slack.dev/messaging/formatting-message-text, "Escaping text". */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What mrkdwn would make bold, struck, code, an emoji, a quote, a list or a link of. */
const markup = /[*_~`@]|:\S+:|:\/\/|www\.|^\s*(?:>|[•-] |\d+[.)] )/im;

/** A quiet line is short. */
const quietRoom: TextRoom = { blocks: 1, characters: 2_500 };

/**
 * A quiet line in small grey letters. Context blocks hold no rich text: without a time the line is plain
 * text, which Slack never interprets; with one it is mrkdwn, but only while nothing in it could mean
 * anything there. Otherwise it is rich text, a little louder, for a person's words are never changed.
 */
export function quietLine(text: Text<Audience>, reader: Reader): Block {
  const isPlain = text.spans.every(({ kind }) => kind === 'text' || kind === 'words');
  if (isPlain) return context({ type: 'plain_text', text: plain(text) || ' ', emoji: false });
  const mrkdwn = text.spans.some(isMarked) ? null : mrkdwnOf(text, reader);
  if (mrkdwn !== null && mrkdwn.length <= blockLimits.textCharacters) {
    return context({ type: 'mrkdwn', text: mrkdwn || ' ', verbatim: true });
  }
  const [line] = fitLines([{ text }], reader, quietRoom);
  return line ?? context({ type: 'plain_text', text: ' ', emoji: false });
}

type Quiet =
  | { readonly type: 'plain_text'; readonly text: string; readonly emoji: false }
  // `verbatim`: Slack turns no address or name into a link by itself.
  | { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };

function context(element: Quiet): Block {
  return { type: 'context', elements: [element] };
}

function plain({ spans }: Text<Audience>): string {
  return cut(spans.map(span => ('text' in span ? span.text : '')).join(''), 2_000);
}

function isMarked(span: Span): boolean {
  return span.kind === 'strong' || ('text' in span && markup.test(span.text));
}

function mrkdwnOf({ spans }: Text<Audience>, reader: Reader): string {
  return spans
    .map(span => {
      if (span.kind !== 'time') return escaped(span.text);
      const { timestamp, format, fallback } = slackDate(new Date(span.at), span.style, reader);
      return `<!date^${timestamp}^${format}|${escaped(fallback)}>`;
    })
    .join('');
}
