import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Form = Record<string, string>;

/** One message or call that was taken. */
export interface Taken {
  readonly sid: string;
  readonly kind: 'Messages' | 'Calls';
  readonly form: Form;
}

/** What goes wrong with the next requests. `lost`: taken, and the answer never arrives. */
export type Fault = number | 'hang' | 'lost';

export const account = {
  accountSid: `AC${'0a'.repeat(16)}`,
  authToken: 'a-token-of-the-account',
  from: '+15550100999',
};

/**
 * Twilio on 127.0.0.1: takes messages and calls with the account's own credentials and the fields Twilio asks for, and
 * tells what became of them to the addresses it was given, signed.
 */
export async function openFakeTwilio() {
  const taken: Taken[] = [];
  const refused: string[] = [];
  const canceled: string[] = [];
  const faults: Fault[] = [];
  let standing: Fault | null = null;
  /** The account's number, as its console shows it. */
  const number = { capabilities: { sms: true, voice: true }, sms_url: '' };
  const hanging: ServerResponse[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    const fault = faults.shift() ?? standing;
    if (fault === 'hang') return void hanging.push(response);
    if (typeof fault === 'number')
      return send(response, fault, { code: 20000 + fault, message: 'a fault' });
    const problem = problemOf(request, form);
    if (request.method === 'GET' && problem !== 'credentials')
      return send(response, 200, readingOf(request.url ?? '', number));
    if (problem) {
      refused.push(problem);
      return send(response, problem === 'credentials' ? 401 : 400, {
        code: 20003,
        message: problem,
      });
    }
    const update = request.url?.match(/\/Calls\/(CA\w+)\.json$/);
    if (update?.[1]) {
      canceled.push(update[1]);
      return send(response, 200, { sid: update[1], status: 'canceled' });
    }
    const kind = request.url?.includes('/Calls.json') ? 'Calls' : 'Messages';
    const count = String(taken.length + 1).padStart(32, '0');
    const sid = `${kind === 'Calls' ? 'CA' : 'SM'}${count}`;
    taken.push({ sid, kind, form });
    if (fault === 'lost') return void response.destroy();
    send(response, 201, { sid, status: 'queued' });
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  /** Calls one of our addresses as Twilio does. */
  async function call(url: string, fields: Form, token = account.authToken): Promise<Response> {
    const form = { AccountSid: account.accountSid, ...fields };
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signatureOf(url, form, token),
      },
      body: new URLSearchParams(form),
    });
  }

  return {
    apiUrl: `http://127.0.0.1:${port}`,
    taken,
    refused,
    canceled,
    faults,
    number,
    /** The same fault for everything, until null. */
    set fault(value: Fault | null) {
      standing = value;
    },
    call,
    /** What became of a message or call, told to the address that came with it. */
    tells: ({ sid, kind, form }: Taken, status: string, more: Form = {}) =>
      call(
        form.StatusCallback ?? '',
        kind === 'Calls'
          ? { CallSid: sid, CallStatus: status, ...more }
          : { MessageSid: sid, MessageStatus: status, ...more },
      ),
    /** Somebody picks up; what they hear. */
    picksUp: async ({ sid, form }: Taken) =>
      (await call(form.Url ?? '', { CallSid: sid, CallStatus: 'in-progress' })).text(),
    /** A key in a call; what is said back. */
    presses: async ({ sid, form }: Taken, key: string) =>
      (await call(`${form.Url}/keys`, { CallSid: sid, Digits: key })).text(),
    close: async () => {
      for (const each of hanging) each.destroy();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

export type FakeTwilio = Awaited<ReturnType<typeof openFakeTwilio>>;

/** The account itself, or those of its numbers that were asked for. */
function readingOf(url: string, number: object): object {
  if (!url.includes('/IncomingPhoneNumbers.json')) return { status: 'active' };
  const wanted = new URL(url, 'http://127.0.0.1').searchParams.get('PhoneNumber');
  return { incoming_phone_numbers: wanted === account.from ? [number] : [] };
}

function problemOf({ url = '', headers }: IncomingMessage, form: Form): string | null {
  const { accountSid, authToken, from } = account;
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  if (headers.authorization !== expected) return 'credentials';
  if (!url.startsWith(`/2010-04-01/Accounts/${accountSid}/`)) return 'address';
  if (url.includes('/Calls/')) return form.Status ? null : 'Status';
  if (!/^\+[1-9]\d{6,14}$/.test(form.To ?? '')) return 'To';
  if (form.From !== from) return 'From';
  if (!URL.canParse(form.StatusCallback ?? '')) return 'StatusCallback';
  if (url.endsWith('/Messages.json')) return form.Body && form.Body.length <= 1_600 ? null : 'Body';
  return URL.canParse(form.Url ?? '') ? null : 'Url';
}

/** X-Twilio-Signature, as Twilio describes it. */
export function signatureOf(url: string, form: Form, token: string): string {
  const fields = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = url + fields.map(([name, value]) => name + value).join('');
  return createHmac('sha1', token).update(text).digest('base64');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
