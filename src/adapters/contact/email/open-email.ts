import type { Outgoing, Sent } from '../../../delivery/surface.ts';
import type { ConfirmLinks } from '../confirm/links.ts';
import type { Medium } from '../medium.ts';
import { classifyMailError } from './classify-mail-error.ts';
import { mailOf } from './mail.ts';
import { type MailConfig, transportTo } from './transport.ts';

export interface MailParts {
  readonly config: MailConfig;
  readonly links: ConfirmLinks;
}

/** Pages by mail, each with a link under which they are answered. */
export function openEmail({ config, links }: MailParts): Medium {
  const transport = transportTo(config);

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
