import { createTransport } from 'nodemailer';
import type { Outgoing, Sent, Surface } from '../../../delivery/surface.ts';
import type { Logger } from '../../../shared/logger.ts';
import { second } from '../../../shared/time.ts';
import { classifyMailError } from '../email/classify-mail-error.ts';
import type { MailConfig } from '../email/transport.ts';
import type { Medium } from '../medium.ts';
import { composeLetter } from './compose-letter.ts';
import { letterRef } from './letter-ref.ts';
import { mountLetters } from './mount-letters.ts';

/** Where letters come in: what the provider proves itself with, and whose word counts on who wrote them. */
export interface LettersConfig extends MailConfig {
  readonly secret: string;
  /** The mail server of ours that says who wrote a letter; null = only secret addresses count. */
  readonly server: string | null;
}

const patience = 5 * second;

/** Mail as a place to talk, for people without chat: they write, and are answered under what they wrote. */
export function openLetters(config: LettersConfig, logger: Logger): Medium {
  const transport = createTransport({
    url: config.url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const trust = { secret: config.secret, server: config.server, mailbox: config.from };

  async function send(message: Outgoing): Promise<Sent> {
    const letter = composeLetter(message, trust);
    if (!message.mayLeave()) return { outcome: 'retry', detail: 'It was too late to begin.' };
    try {
      const { messageId: id } = await transport.sendMail(letter);
      return { outcome: 'sent', ref: letterRef({ id, subject: letter.subject }) };
    } catch (error) {
      return classifyMailError(error);
    }
  }

  const surface: Surface = {
    platform: 'mail',
    send,
    // A letter stays as it was sent; what is new is said in another one.
    edit: async (_message, ref) => ({ outcome: 'sent', ref }),
    find: async () => undefined,
  };
  return {
    surfaces: [surface],
    listen: ears => ({ mount: app => mountLetters(app, { ...ears, trust, logger }) }),
    health: () => 'up',
  };
}
