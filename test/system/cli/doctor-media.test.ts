import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../harness/free-port.ts';
import { account, type FakeTwilio, openFakeTwilio } from '../../harness/twilio/fake-twilio.ts';
import { createDesk, type Desk } from './io.ts';

let twilio: FakeTwilio;
let smtp: SMTPServer;
let mailPort: number;
let desk: Desk;

beforeAll(async () => {
  twilio = await openFakeTwilio();
  mailPort = await freePort();
  smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) =>
      password === 'right' ? done(null, { user: 'nora' }) : done(new Error('Wrong password')),
  });
  await new Promise<void>(resolve => smtp.listen(mailPort, '127.0.0.1', resolve));
  desk = createDesk();
});

afterAll(async () => {
  desk.clear();
  await twilio.close();
  await new Promise<void>(resolve => smtp.close(() => resolve()));
});

beforeEach(() => {
  twilio.number.capabilities = { sms: true, voice: true };
  twilio.number.sms_url = 'https://handrail.example/twilio/sms';
});

/** What the doctor says with these settings, of everything outside chat. */
async function told(over: Readonly<Record<string, string>> = {}): Promise<string> {
  const settings = {
    PUBLIC_URL: 'https://handrail.example',
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_FROM: account.from,
    TWILIO_API_URL: twilio.apiUrl,
    SMTP_URL: `smtp://nora:right@127.0.0.1:${mailPort}`,
    MAIL_FROM: 'handrail@vendor.example',
    ...over,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  writeFileSync(join(desk.directory, '.env'), `${lines.join('\n')}\n`);
  return (await desk.run(['doctor'])).out;
}

describe('the doctor asks the carriers, and says what to do', () => {
  test('where all is well', async () => {
    const out = await told();
    expect(out).toContain(`✅ Twilio: the account works, and ${account.from} writes and calls.`);
    expect(out).toContain('✅ mail server: takes our name and password.');
    expect(out).toContain('registered senders');
    expect(out).toContain('answers: https://handrail.example does not lead to a running Handrail');
    expect(twilio.taken).toEqual([]);
  });

  test('where a token, a number or a password is wrong, or nothing can be reached', async () => {
    expect(await told({ TWILIO_AUTH_TOKEN: 'another' })).toMatch(
      /⚠️ +Twilio: refuses the account\. Copy TWILIO_ACCOUNT_SID/,
    );
    expect(await told({ TWILIO_FROM: '+15550100111' })).toContain(
      '+15550100111 is no number of this account',
    );
    expect(await told({ SMTP_URL: `smtp://nora:wrong@127.0.0.1:${mailPort}` })).toMatch(
      /⚠️ +mail server: .*Check host, port, user and password/,
    );
    expect(await told({ TWILIO_API_URL: `http://127.0.0.1:${await freePort()}` })).toContain(
      'Twilio: could not be asked',
    );
  });

  test('where the number cannot call, or replies go to somebody else', async () => {
    twilio.number.capabilities = { sms: true, voice: false };
    twilio.number.sms_url = 'https://demo.example/reply';
    const out = await told();
    expect(out).toContain(`${account.from} cannot call.`);
    expect(out).toContain('goes to https://demo.example/reply. Set its messaging webhook to');
  });
});
