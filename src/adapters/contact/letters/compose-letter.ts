import type { SendMailOptions } from 'nodemailer';
import type { Outgoing } from '../../../delivery/surface.ts';
import { answerSubject, readLetterRef } from './letter-ref.ts';
import { secretAddress, type Trust } from './proof.ts';

const longestSubject = 120;

/** A message as a letter: an answer under what it answers, and answered at the reader's own secret address. */
export function composeLetter(
  { messageId, address, text, threadOf, isRepeat }: Outgoing,
  trust: Omit<Trust, 'server'>,
): SendMailOptions & { readonly messageId: string; readonly subject: string } {
  const { mailbox } = trust;
  const answered = readLetterRef(threadOf);
  const [first = 'Handrail'] = text.split('\n');
  const subject = answered ? answerSubject(answered.subject) : first.slice(0, longestSubject);
  const domain = mailbox.split('@').at(-1) ?? '';
  return {
    from: { name: 'Handrail', address: mailbox },
    // Whoever reads a place together has no address of their own there; what they send is vouched for by their server.
    replyTo: address.kind === 'person' ? secretAddress(address.id, trust) : mailbox,
    to: { name: '', address: address.id },
    subject: isRepeat ? `(repeated) ${subject}` : subject,
    text: `${text}\n`,
    messageId: `<${messageId}@${domain}>`,
    ...(answered && { inReplyTo: answered.id, references: answered.id }),
    headers: { 'Auto-Submitted': answered ? 'auto-replied' : 'auto-generated' },
  };
}
