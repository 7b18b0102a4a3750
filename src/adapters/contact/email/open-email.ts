import { createTransport } from 'nodemailer';
import type { Outgoing, Sent } from '../../../delivery/surface.ts';
import { second } from '../../../shared/time.ts';
import type { ConfirmLinks } from '../confirm/links.ts';
import type { Medium } from '../medium.ts';
import { classifyMailError } from './classify-mail-error.ts';
import { mailOf } from './mail.ts';

/** A mail server, and who the mail is from. */
export interface MailConfig {
  /** smtps://USER:PASSWORD@HOST:465 */
  readonly url: string;
  readonly from: string;
}

export interface MailParts {
  readonly config: MailConfig;
  readonly links: ConfirmLinks;
}

const patience = 5 * second;

/** Pages by mail, each with a link under which they are answered. */
export function openEmail({ config, links }: MailParts): Medium {
  const transport = createTransport({
    url: config.url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function send(message: Outgoing, ref: string | null): Promise<Sent> {
    const link = ref === null ? await links.linkTo(message.messageId) : null;
    const mail = mailOf(message, { from: config.from, link, ref });
    if (!message.mayLeave()) return { outcome: 'retry', detail: 'It was too late to begin.' };
    try {
      const { messageId } = await transport.sendMail(mail);
      return { outcome: 'sent', ref: ref ?? messageId };
    } catch (error) {
      return classifyMailError(error);
    }
  }

  const surface = {
    platform: 'email',
    send: (message: Outgoing) => send(message, null),
    edit: send,
    find: async () => undefined,
  };
  return {
    surfaces: [surface],
    health: () => 'up',
  };
}
