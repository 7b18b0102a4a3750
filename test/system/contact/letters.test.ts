import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { SMTPServer } from 'smtp-server';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { buildCustomer, buildNorthwind, customerPerson } from '../../harness/northwind.ts';
import { openTown, type Town } from './town.ts';

const mailbox = 'handrail@vendor.example';
const list = 'erp-team@northwind.example';
const secret = 'a-secret-of-sixteen-or-more';
const daniel = 'daniel@northwind.example';
const zuleika = 'zuleika@lakeside.example';

/** What Handrail sent, as a mail server took it. */
const mails: ParsedMail[] = [];
let smtp: SMTPServer;
let town: Town;

const byMail = (id: 'lead-1' | 'lead-2', customer: string, address: string) =>
  customerPerson(id, customer, { identities: [{ platform: 'mail', address }] });

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then(mail => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  const server = smtp.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
});
afterAll(() => new Promise<void>(resolve => smtp.close(() => resolve())));

beforeEach(async () => {
  mails.length = 0;
  const address = smtp.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `smtp://127.0.0.1:${port}`;
  town = await openTown(
    { letters: { url, from: mailbox, secret, server: 'mx.vendor.example' } },
    [],
  );
  const setup = buildNorthwind();
  const people = setup.people.filter(({ id }) => id !== 'lead-1' && id !== 'lead-2');
  const both = [byMail('lead-1', 'northwind', daniel), byMail('lead-2', 'lakeside', zuleika)];
  const places = [
    {
      id: 'northwind-shared',
      audience: 'shared',
      identities: [{ platform: 'mail', address: list }],
    },
    { id: 'northwind-team', audience: 'internal' },
  ];
  const roles = { leader: 'lead-2', advocate: 'adv-1', manager: 'mgr-1' };
  const customers = [
    buildCustomer({ places }),
    buildCustomer({ id: 'lakeside', people: roles, transitions: [] }),
  ];
  await town.database.trip(trip =>
    importSetup(trip, setupFrom({ ...setup, people: [...people, ...both], customers })),
  );
  await town.settle();
  mails.length = 0;
});
afterEach(() => town.close());

interface Written {
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly text: string;
  readonly inReplyTo?: string;
  readonly headers?: Record<string, string>;
  /** What our own server says of the sender; their domain's signature when left out. */
  readonly vouched?: string | null;
}

/** A mail comes to us, by whoever receives them for us. */
async function post(written: Written, key = secret) {
  const { from = daniel, to = mailbox, vouched, headers = {}, ...rest } = written;
  const domain = from.split('@')[1];
  const results =
    vouched === undefined ? `mx.vendor.example; dkim=pass header.d=${domain}` : vouched;
  const raw = await new MailComposer({
    from,
    to,
    subject: 'The totals',
    ...rest,
    headers: { ...headers, ...(results !== null && { 'Authentication-Results': results }) },
  })
    .compile()
    .build();
  const send = () =>
    fetch(`${town.publicUrl}/mail`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${key}` },
      body: new Uint8Array(raw),
    });
  const response = await send();
  // A mail server that is slow to greet is tried again a second later.
  await town.pass(2_000);
  const answer = (await response.json()) as { letter?: string };
  return { status: response.status, letter: answer.letter, again: send };
}

const newest = () => {
  const mail = mails.at(-1);
  if (!mail) throw new Error('There is no mail.');
  return mail;
};
const addressOf = (mail: ParsedMail) => [mail.to].flat()[0]?.value[0]?.address;

describe('a customer without chat', () => {
  test('writes a mail, and is answered under it, from the facts they may read', async () => {
    const id = '<first@northwind.example>';
    const letter = {
      text: "What's happening now?\n\nOn Fri, Nora wrote:\n> page",
      subject: 'Tonight',
    };
    expect(await post({ ...letter, headers: { 'Message-ID': id } })).toMatchObject({
      status: 202,
      letter: 'new',
    });
    const answer = newest();
    expect(addressOf(answer)).toBe(daniel);
    expect(answer).toMatchObject({ subject: 'Re: Tonight', inReplyTo: id });
    expect([answer.references].flat()).toEqual([id]);
    expect(answer.text).toContain('ERP go-live');
    // The quoted word was not theirs: nobody is called.
    expect(await town.database.client.page.count()).toBe(0);
  });

  test('fetches a human by mail, and goes on in the same thread at their own secret address', async () => {
    await post({ text: 'page: the ledger is down, nobody can post' });
    expect(await town.thePage()).toMatchObject({ state: 'open', raisedById: 'lead-1' });
    const receipt = mails.find(mail => addressOf(mail) === daniel) ?? newest();
    const reply = receipt.replyTo?.value[0]?.address ?? '';
    expect(reply).toMatch(/^handrail\+[0-9a-f]{32}@vendor\.example$/);
    mails.length = 0;
    const more = { text: "What's happening now?", to: reply, vouched: null };
    const inReplyTo = receipt.messageId ?? '';
    expect((await post({ ...more, inReplyTo })).letter).toBe('new');
    expect(newest().subject).toMatch(/^Re: /);
  });

  test('is heard once, however often the mail is brought', async () => {
    const { again } = await post({ text: 'page: the ledger is down' });
    expect(await (await again()).json()).toEqual({ letter: 'duplicate' });
    await town.settle();
    expect(await town.thePage()).toMatchObject({ joined: 0 });
  });

  test('speaks in the place that a list of theirs is, and everybody on it reads the answer', async () => {
    await post({ text: "What's happening now?", cc: list });
    expect(addressOf(newest())).toBe(list);
  });
});

describe('whoever only says so', () => {
  test('is not heard: forged, unvouched, or brought by somebody who does not bring our mail', async () => {
    const words = { text: 'page: the ledger is down' };
    expect((await post({ ...words, vouched: null })).letter).toBe('unproven');
    const other = 'mx.vendor.example; dkim=pass header.d=evil.example';
    expect((await post({ ...words, vouched: other })).letter).toBe('unproven');
    expect((await post(words, 'another-secret-of-sixteen')).status).toBe(401);
    expect(await town.database.client.page.count()).toBe(0);
    expect(mails).toEqual([]);
    expect(town.complaints).toEqual([]);
  });

  test('in the name of somebody we serve is a task of their advocate, once, with the words', async () => {
    const { again } = await post({ text: 'page: the ledger is down', vouched: null });
    await again();
    await post({ from: 'mallory@evil.example', text: 'page', vouched: null });
    const tasks = await town.database.client.task.findMany({ where: { kind: 'letter' } });
    expect(tasks).toMatchObject([{ customerId: 'northwind', assigneeId: 'adv-1', state: 'open' }]);
    expect(tasks[0]?.text).toContain('(daniel@northwind.example), and nothing proves that');
    expect(tasks[0]?.text).toContain('"The totals: page: the ledger is down"');
    expect(town.complaints).toEqual([expect.stringContaining('left unread')]);
  });

  test('fills nobody’s list: after five a day one task says that there were more', async () => {
    for (let n = 0; n < 8; n += 1)
      await post({ text: `The books are open\r\nBcc: ${n}@evil.example \0`, vouched: null });
    const tasks = await town.database.client.task.findMany({ where: { kind: 'letter' } });
    expect(
      tasks.map(({ text }) => text).filter(text => text.includes('nothing proves that')),
    ).toHaveLength(5);
    expect(tasks).toHaveLength(6);
    expect(mails).toEqual([]);
  });

  test('a machine is never answered', async () => {
    const machines: Record<string, string>[] = [
      { 'Auto-Submitted': 'auto-replied' },
      { Precedence: 'bulk' },
    ];
    for (const headers of machines)
      expect((await post({ text: 'I am away until Monday.', headers })).letter).toBe('automatic');
    expect(mails).toEqual([]);
  });

  test("somebody of another customer does not speak in this one's place, nor read of it", async () => {
    await post({ from: zuleika, text: "What's happening now?", cc: list });
    expect(mails.filter(mail => addressOf(mail) === list)).toEqual([]);
    expect(mails.map(({ text }) => text).join()).not.toContain('Northwind');
    expect(mails.map(({ text }) => text).join()).not.toContain('ledger');
  });
});
