import { type EmojiNames, emojiOf } from './emoji.ts';

/** What has to be known to turn Slack's markup into what the person meant to say. */
export interface WordsContext {
  /** Our own user id there; its mentions are dropped, for they only say whom the words are for. */
  readonly botUserId: string;
  /** What people see us as, when that is known. */
  readonly botName: string | null;
  /** Names of other people mentioned, by user id. */
  readonly names: ReadonlyMap<string, string>;
  /** Emoji that the message itself explains. */
  readonly emoji?: EmojiNames;
}

/** Plain words, and whether they were said to us by name. */
export interface SlackWords {
  readonly text: string;
  readonly isMentioned: boolean;
}

/**
 * Slack's mrkdwn as plain words: references become names, entities become characters, emphasis and our own
 * mention go. What came out is a person's text and nothing in it is markup any more.
 * Format: docs.slack.dev/messaging/formatting-message-text.
 */
export function wordsFrom(mrkdwn: string, context: WordsContext): SlackWords {
  const { botUserId, botName } = context;
  let isMentioned = false;
  const resolved = mrkdwn.replace(/<([^<>]*)>/g, (_whole, inside: string) => {
    if (userOf(inside) === botUserId) {
      isMentioned = true;
      return ' ';
    }
    return wordsOf(inside, context);
  });
  const plain = tidy(decoded(withEmoji(withoutEmphasis(resolved), context.emoji)));
  const leading = leadingName(plain, botName);
  if (leading === null) return { text: withoutSeparator(plain, isMentioned), isMentioned };
  return { text: leading, isMentioned: true };
}

/** The user ids that a text mentions. */
export function mentionedUsers(mrkdwn: string): string[] {
  return [...mrkdwn.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id = '']) => id);
}

function userOf(inside: string): string | null {
  return /^@([UW][A-Z0-9]+)(?:\|.*)?$/s.exec(inside)?.[1] ?? null;
}

/** What stands between the angle brackets, as a person would read it. */
function wordsOf(inside: string, { names }: WordsContext): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
  const user = userOf(inside);
  if (user) return `@${names.get(user) ?? (label || 'somebody')}`;
  if (target.startsWith('#')) return `#${label || 'channel'}`;
  if (target.startsWith('!subteam')) return label.startsWith('@') ? label : `@${label || 'group'}`;
  if (target.startsWith('!date')) return label || 'a date';
  if (target.startsWith('!')) return `@${label || target.slice(1)}`;
  return linkWords(target, label);
}

/** A link is shown with its address, unless its words are the address already. */
function linkWords(target: string, label: string): string {
  const bare = target.replace(/^(?:mailto|tel):/, '');
  if (
    label === '' ||
    label === bare ||
    `https://${label}` === target ||
    `http://${label}` === target
  )
    return label || bare;
  return bare === target ? `${label} (${target})` : label;
}

/** `*bold*`, `_italic_`, `~struck~` and code, where they stand around whole words. */
function withoutEmphasis(text: string): string {
  return text
    .replace(/```([\s\S]*?)```/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/(^|[\s("'])([*_~])(\S(?:[^\n]*?\S)?)\2(?=$|[\s.,:;!?)"'])/gm, '$1$3');
}

function withEmoji(text: string, explained: EmojiNames | undefined): string {
  return text
    .replace(/:skin-tone-[2-6]:/g, '')
    .replace(/:([\w+'-]+):/g, (whole, name: string) => emojiOf(name, explained) ?? whole);
}

/** Slack escapes exactly these three (docs.slack.dev/messaging/formatting-message-text#escaping). */
function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_whole, name: 'amp' | 'lt' | 'gt') => entities[name]);
}

const entities = { amp: '&', lt: '<', gt: '>' } as const;

function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Where our mention stood, a comma or colon may be left over. */
function withoutSeparator(text: string, isMentioned: boolean): string {
  return isMentioned ? text.replace(/^[,:;–-]+\s*/, '') : text;
}

/** The words after our name, when they begin with it ("@Handrail, …"); null when they do not. */
function leadingName(text: string, botName: string | null): string | null {
  for (const name of ['Handrail', botName ?? '']) {
    if (name === '') continue;
    const start = text.slice(0, name.length + 1).toLowerCase();
    if (start !== `@${name.toLowerCase()}`) continue;
    const rest = text.slice(name.length + 1);
    if (rest === '' || /^[\s,:]/.test(rest)) return rest.replace(/^[\s,:]+/, '');
  }
  return null;
}
