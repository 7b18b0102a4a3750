import type { Sent } from '../../../delivery/surface.ts';
import { propertyOf } from '../../../shared/errors.ts';
import { second } from '../../../shared/time.ts';
import { callServer, type ServerAnswer } from '../../api/call-server.ts';
import { classifyStatus } from '../http/classify-status.ts';
import type { TwilioAccount, TwilioConfig } from './account.ts';

/** One of Twilio's calls: "Messages.json", and its form. */
export interface TwilioCall {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly mayLeave?: () => boolean;
}

const patience = 5 * second;

/** Posts one form to Twilio's REST API, once, and says what came of it. */
export async function callTwilio(account: TwilioAccount, call: TwilioCall): Promise<Sent> {
  const { form, mayLeave } = call;
  const answer = await callServer({
    method: 'POST',
    url: addressOf(account, `/${call.path}`),
    headers: {
      authorization: secretOf(account),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
    signal: AbortSignal.timeout(patience),
    mayLeave,
  });
  return classifyStatus(answer, {
    service: 'Twilio',
    refOf: ({ body }) => textOf(propertyOf(body, 'sid')),
    reasonOf: ({ body }) =>
      [propertyOf(body, 'code'), propertyOf(body, 'message')].map(textOf).join(' ').trim(),
  });
}

/** Reads something of the account: ".json" is the account itself, "/IncomingPhoneNumbers.json" its numbers. */
export function askTwilio(config: TwilioConfig, path: string): Promise<ServerAnswer> {
  return callServer({
    method: 'GET',
    url: addressOf(config, path),
    headers: { authorization: secretOf(config) },
    body: null,
    signal: AbortSignal.timeout(patience),
  });
}

function addressOf({ accountSid, apiUrl }: TwilioConfig, path: string): URL {
  const base = (apiUrl ?? 'https://api.twilio.com').replace(/\/+$/, '');
  return new URL(`${base}/2010-04-01/Accounts/${accountSid}${path}`);
}

function secretOf({ accountSid, authToken }: TwilioConfig): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
}
