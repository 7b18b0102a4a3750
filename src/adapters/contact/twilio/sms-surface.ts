import { markedRepeat } from '../../../delivery/repeated.ts';
import type { Outgoing, Sent, Surface } from '../../../delivery/surface.ts';
import type { TwilioAccount } from './account.ts';
import { callTwilio } from './call-twilio.ts';

/** Twilio takes at most so many characters in one message. */
const longestBody = 1_600;

/** Text messages. One that was sent cannot be changed: newer words are a message of their own. */
export function createSmsSurface(account: TwilioAccount): Surface {
  const send = (message: Outgoing): Promise<Sent> =>
    callTwilio(account, {
      path: 'Messages.json',
      form: {
        To: message.address.id,
        From: account.from,
        Body: markedRepeat(message, message.text).slice(0, longestBody),
        StatusCallback: `${account.publicUrl}/twilio/status/${message.messageId}`,
      },
      mayLeave: message.mayLeave,
    });
  return { platform: 'sms', send, edit: send, find: async () => undefined };
}
