import type { Sent } from '../../../delivery/surface.ts';
import { propertyOf } from '../../../shared/errors.ts';
import { second } from '../../../shared/time.ts';
import { callServer, type ServerAnswer } from '../../api/call-server.ts';
import { classifyStatus } from '../http/classify-status.ts';
import type { TwilioAccount } from './account.ts';

/** One of Twilio's calls: "Messages.json", and its form. */
export interface TwilioCall {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly mayLeave?: () => boolean;
}

const patience = 5 * second;

/** Posts one form to Twilio's REST API, once, and says what came of it. */
export async function callTwilio(account: TwilioAccount, call: TwilioCall): Promise<Sent> {
  const answer = await postForm(account, call);
  return classifyStatus(answer, {
    service: 'Twilio',
    refOf: ({ body }) => textOf(propertyOf(body, 'sid')),
    reasonOf: ({ body }) =>
      [propertyOf(body, 'code'), propertyOf(body, 'message')].map(textOf).join(' ').trim(),
  });
}

function postForm(
  { accountSid, authToken, apiUrl }: TwilioAccount,
  { path, form, mayLeave }: TwilioCall,
): Promise<ServerAnswer> {
  const base = (apiUrl ?? 'https://api.twilio.com').replace(/\/+$/, '');
  const secret = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  return callServer({
    method: 'POST',
    url: new URL(`${base}/2010-04-01/Accounts/${accountSid}/${path}`),
    headers: {
      authorization: `Basic ${secret}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
    signal: AbortSignal.timeout(patience),
    mayLeave,
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
}
