import { z } from 'zod';
import type { TeamsActivity } from '../gate/activity.ts';
import { htmlWords, unescapeHtml } from './html-words.ts';

/** What somebody wrote, as plain words. */
export interface MessageWords {
  readonly text: string;
  /** We were named on purpose. */
  readonly isMention: boolean;
}

const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: z.string().nullish(),
});

/** The words of a message without our own mention; other people's mentions become their names. */
export function readWords(activity: TeamsActivity): MessageWords {
  const us = activity.recipient?.id;
  const ours = (activity.entities ?? []).flatMap(entity => {
    const parsed = mention.safeParse(entity);
    return parsed.success && parsed.data.mentioned.id === us ? [parsed.data.text ?? ''] : [];
  });
  if (isQuoting(activity)) return { text: htmlBody(activity, ours), isMention: ours.length > 0 };
  let text = (activity.text ?? '').replace(quotedMark, ' ');
  for (const marked of ours) if (marked !== '') text = text.replaceAll(marked, ' ');
  const plain = unescapeHtml(text.replace(/<\/?at\b[^>]*>/gi, ''))
    .replace(/[\u00a0\u200b]/g, ' ')
    .trim();
  return { text: plain === '' ? htmlBody(activity, ours) : plain, isMention: ours.length > 0 };
}

/** Where a reply names the message it answers, its words included where a client writes them. */
const quotedMark = /<quoted\b[^>]*?(?:\/>|>(?:[^<]*<\/quoted>)?)/gi;

/** A message with quotations in it says in its HTML alone which words are its own. */
function isQuoting(activity: TeamsActivity): boolean {
  return /<(?:blockquote|quoted)\b/i.test(htmlOf(activity) ?? '');
}

function htmlOf({ attachments }: TeamsActivity): string | null {
  const html = attachments?.find(each => each.contentType === 'text/html')?.content;
  return typeof html === 'string' ? html : null;
}

/** Some clients send the words as HTML alone. */
function htmlBody(activity: TeamsActivity, ours: readonly string[]): string {
  const html = htmlOf(activity);
  if (html === null) return '';
  // What is left of a mention of us in the body is its name.
  const words = htmlWords(html);
  const names = ours.map(marked => htmlWords(marked)).filter(name => name !== '');
  return names.reduce((rest, name) => rest.replace(name, ' '), words).trim();
}
