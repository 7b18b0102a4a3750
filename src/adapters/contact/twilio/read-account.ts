import { z } from 'zod';
import type { ServerAnswer } from '../../api/call-server.ts';
import type { TwilioConfig } from './account.ts';
import { askTwilio } from './call-twilio.ts';

/** What Twilio says of the account and the number in the settings. */
export type AccountReading =
  /** Nobody could be asked. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** The account and its token do not go together. */
  | { readonly kind: 'refused' }
  /** Closed or suspended, in Twilio's word. */
  | { readonly kind: 'not-active'; readonly status: string }
  /** The number is none of this account. */
  | { readonly kind: 'foreign-number' }
  | {
      readonly kind: 'known';
      readonly sms: boolean;
      readonly voice: boolean;
      /** Where Twilio brings what is written to the number; empty = nowhere. */
      readonly smsUrl: string;
    };

const accountAnswer = z.object({ status: z.string() });

const numbersAnswer = z.object({
  incoming_phone_numbers: z.array(
    z.object({
      capabilities: z.object({
        sms: z.boolean().default(false),
        voice: z.boolean().default(false),
      }),
      sms_url: z.string().nullish(),
    }),
  ),
});

/** Looks at the account and at the number that writes and calls (twilio.com/docs: Account, IncomingPhoneNumber). Sends nothing. */
export async function readAccount(config: TwilioConfig): Promise<AccountReading> {
  const account = await askTwilio(config, '.json');
  const read = bodyOf(account, accountAnswer);
  if (!read) return failureOf(account);
  if (read.status !== 'active') return { kind: 'not-active', status: read.status };
  const query = new URLSearchParams({ PhoneNumber: config.from });
  const numbers = await askTwilio(config, `/IncomingPhoneNumbers.json?${query}`);
  const list = bodyOf(numbers, numbersAnswer);
  if (!list) return failureOf(numbers);
  const [number] = list.incoming_phone_numbers;
  if (!number) return { kind: 'foreign-number' };
  const { capabilities, sms_url } = number;
  return { kind: 'known', ...capabilities, smsUrl: sms_url ?? '' };
}

function bodyOf<T>(answer: ServerAnswer, schema: z.ZodType<T>): T | null {
  if (answer.kind !== 'answered' || answer.status !== 200) return null;
  return schema.safeParse(answer.body).data ?? null;
}

function failureOf(answer: ServerAnswer): AccountReading {
  if (answer.kind !== 'answered') return { kind: 'unreachable', detail: answer.detail };
  if (answer.status === 401 || answer.status === 403 || answer.status === 404)
    return { kind: 'refused' };
  return { kind: 'unreachable', detail: `it answered ${answer.status}` };
}
