import type { Surface } from '../../../delivery/surface.ts';
import { second } from '../../../shared/time.ts';
import type { TwilioAccount } from './account.ts';
import { callTwilio } from './call-twilio.ts';

const rings = 30 * second;

/** Telephone calls. What is said is asked for when somebody picks up, so it is never old; an edit ends the ringing. */
export function createVoiceSurface(account: TwilioAccount): Surface {
  const { publicUrl, from } = account;
  return {
    platform: 'voice',
    send: ({ address, messageId, mayLeave }) =>
      callTwilio(account, {
        path: 'Calls.json',
        form: {
          To: address.id,
          From: from,
          Url: `${publicUrl}/twilio/voice/${messageId}`,
          Method: 'POST',
          StatusCallback: `${publicUrl}/twilio/status/${messageId}`,
          StatusCallbackMethod: 'POST',
          Timeout: String(rings / second),
        },
        mayLeave,
      }),
    async edit({ mayLeave }, ref) {
      // "canceled" ends what rings, and leaves a conversation alone (Twilio: Update a call resource).
      const path = `Calls/${encodeURIComponent(ref)}.json`;
      const ended = await callTwilio(account, { path, form: { Status: 'canceled' }, mayLeave });
      return ended.outcome === 'refused' ? { outcome: 'sent', ref } : ended;
    },
    find: async () => undefined,
  };
}
