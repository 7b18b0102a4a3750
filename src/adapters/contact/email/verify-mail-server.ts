import { messageOf } from '../../../shared/errors.ts';
import { type MailConfig, transportTo } from './transport.ts';

/** Connects to the mail server and signs in, without sending anything; null when that works, else what it said. */
export async function verifyMailServer(config: MailConfig): Promise<string | null> {
  const transport = transportTo(config);
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return messageOf(error).slice(0, 200);
  } finally {
    transport.close();
  }
}
