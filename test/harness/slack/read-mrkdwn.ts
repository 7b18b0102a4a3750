import { isRaw } from './check-element.ts';

/** Something in a message that is more than letters. */
export interface Live {
  readonly kind: 'mention' | 'masked-link' | 'link' | 'format';
  /** What it was written as. */
  readonly source: string;
  /** Where in the payload it stands: "/blocks/0/text". */
  readonly at: string;
}

const token = /<([^<>]+)>/g;

/** What is live in one mrkdwn string: mentions, links whose label hides their target, links, formatting. */
export function liveInMrkdwn(text: string, at = '', isVerbatim: true | null = null): Live[] {
  const found: Live[] = [];
  for (const [source, inside = ''] of text.matchAll(token)) {
    const kind = kindOfToken(inside);
    if (kind) found.push({ kind, source, at });
  }
  const rest = text.replace(token, ' ');
  // Slack makes a link of every address it finds, unless the text object is `verbatim`.
  const addresses = isVerbatim ? [] : rest.matchAll(/\b(?:https?:\/\/|mailto:|www\.)[^\s<>|]+/gi);
  for (const [source] of addresses) {
    found.push({ kind: 'link', source, at });
  }
  for (const pattern of formats) {
    for (const [source] of rest.matchAll(pattern)) found.push({ kind: 'format', source, at });
  }
  return found;
}

/** `*bold*`, `_italic_`, `~strike~` and `code` between word boundaries; quotes at the start of a line. */
const formats = [
  /(?<![\p{L}\p{N}*])\*(?!\s)[^*\n]+(?<!\s)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?!\s)[^_\n]+(?<!\s)_(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}~])~(?!\s)[^~\n]+(?<!\s)~(?![\p{L}\p{N}~])/gu,
  /`[^`\n]+`/g,
  /^&gt;/gm,
];

function kindOfToken(inside: string): Live['kind'] | null {
  if (/^!date\^/.test(inside)) return null;
  if (/^[!@#]/.test(inside)) return 'mention';
  const [target = '', label] = inside.split('|');
  if (!/^(?:[a-z][a-z0-9+.-]*:|www\.)/i.test(target)) return null;
  return label !== undefined && label !== target ? 'masked-link' : 'link';
}

/**
 * What is live anywhere in a payload: every mrkdwn text object, the top-level `text`, and the elements of
 * rich text that mention or link. `plain_text` and rich text letters are only letters.
 */
export function liveIn(payload: unknown, at = ''): Live[] {
  if (Array.isArray(payload)) {
    return payload.flatMap((item, index) => liveIn(item, `${at}/${index}`));
  }
  if (!isRaw(payload)) return [];
  const own = liveElement(payload, at);
  if (own) return own;
  const below = Object.entries(payload).flatMap(([key, value]) => liveIn(value, `${at}/${key}`));
  const isMessage = payload.type === undefined && typeof payload.text === 'string';
  return isMessage ? [...liveInMrkdwn(String(payload.text), `${at}/text`), ...below] : below;
}

function liveElement(element: Readonly<Record<string, unknown>>, at: string): Live[] | null {
  const { type, text, url } = element;
  switch (type) {
    case 'plain_text':
      return [];
    case 'mrkdwn':
      return liveInMrkdwn(String(text), at, element.verbatim === true || null);
    case 'user':
    case 'usergroup':
    case 'broadcast':
    case 'channel':
      return [{ kind: 'mention', source: JSON.stringify(element), at }];
    case 'link': {
      const isMasked = text !== undefined && text !== url;
      return [{ kind: isMasked ? 'masked-link' : 'link', source: JSON.stringify(element), at }];
    }
    case 'date':
      return url === undefined ? [] : [{ kind: 'masked-link', source: String(url), at }];
    case 'text':
      return [];
    default:
      return null;
  }
}
