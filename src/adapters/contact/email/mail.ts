import type { SendMailOptions } from 'nodemailer';
import { labelFor } from '../../../delivery/in-language.ts';
import { markedRepeat } from '../../../delivery/repeated.ts';
import type { Outgoing } from '../../../delivery/surface.ts';

export interface MailFrame {
  readonly from: string;
  /** Where it is answered; null when there is nothing to answer. */
  readonly link: string | null;
  /** The first mail about the same, when this one follows it. */
  readonly ref: string | null;
}

const longestSubject = 120;

/** A page as a mail that is whole as plain text. Addresses are objects: a parser never guesses what is one. */
export function mailOf(message: Outgoing, { from, link, ref }: MailFrame): SendMailOptions {
  const { messageId, address, text, card } = message;
  const [first = 'Handrail'] = text.split('\n');
  const domain =
    from
      .split('@')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') || 'handrail.invalid';
  const subject = markedRepeat(message, first).slice(0, longestSubject);
  const answer = link
    ? `\n\n${labelFor('Take it or pass it on:', card.language)}\n${link}\n`
    : '\n';
  return {
    from: { name: 'Handrail', address: from },
    to: { name: '', address: address.id },
    subject: ref ? `Re: ${subject}` : subject,
    text: text + answer,
    messageId: ref ? `<${messageId}.update@${domain}>` : `<${messageId}@${domain}>`,
    ...(ref && { inReplyTo: ref, references: ref }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    priority: 'high',
  };
}
