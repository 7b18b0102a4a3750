import { createTransport } from 'nodemailer';
import { second } from '../../../shared/time.ts';

/** A mail server, and who the mail is from. */
export interface MailConfig {
  /** smtps://USER:PASSWORD@HOST:465 */
  readonly url: string;
  readonly from: string;
}

const patience = 5 * second;

/** The way to a mail server: it reads no files and fetches nothing, whatever stands in a mail. */
export function transportTo({ url }: Pick<MailConfig, 'url'>) {
  return createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
