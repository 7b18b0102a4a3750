import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { day, minute, second } from '../../../src/shared/time.ts';
import { vendorPerson } from '../../harness/northwind.ts';
import { openTown, type Town } from './town.ts';

const byMail = (['adv-1', 'adv-2'] as const).map(id =>
  vendorPerson(id, { contact: [{ via: 'email', to: `${id}@vendor.example` }] }),
);

const mails: ParsedMail[] = [];
/** What the server answers to a recipient instead of taking the mail. */
let refusal: { responseCode: number } | null = null;
let smtp: SMTPServer;
let port = 0;
let town: Town;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refusal ? Object.assign(new Error('not here'), refusal) : null),
    onData: (stream, _session, done) => {
      simpleParser(stream).then(mail => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  const server = smtp.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => new Promise<void>(resolve => smtp.close(() => resolve())));

beforeEach(async () => {
  mails.length = 0;
  refusal = null;
  const mail = { url: `smtp://127.0.0.1:${port}`, from: 'handrail@vendor.example' };
  town = await openTown({ mail }, byMail);
});

afterEach(() => town.close());

const newest = () => {
  const mail = mails.at(-1);
  if (!mail) throw new Error('There is no mail.');
  return mail;
};
const linkIn = (mail: ParsedMail) => mail.text?.match(/http\S+\/confirm\/\S+/)?.[0] ?? '';
const press = (link: string, action: string) =>
  fetch(link, { method: 'POST', body: new URLSearchParams({ action }) });

describe('a page by mail', () => {
  test('is whole as plain text, and says where it is answered', async () => {
    await town.page('The ledger is down.\r\nBcc: everybody@evil.example');
    const mail = newest();
    expect(mail.from?.value).toEqual([{ name: 'Handrail', address: 'handrail@vendor.example' }]);
    expect(mail.subject).toContain('Northwind: "The ledger is down. Bcc: everybody@evil.example"');
    expect(mail.bcc).toBeUndefined();
    expect(mail.text).toContain('Daniel Reyes, 14:02 their time, your time 18:02.');
    expect(linkIn(mail)).toContain(`${town.publicUrl}/confirm/`);
  });

  test('is not answered by opening the link, as mail scanners do, only by its button', async () => {
    await town.page();
    const link = linkIn(newest());
    const shown = await (await fetch(link)).text();
    await fetch(link, { method: 'HEAD' });
    await town.settle();
    expect(shown).toContain('I have it');
    expect((await town.thePage()).state).toBe('open');
    const back = await (await press(link, 'page.acknowledge')).text();
    expect(back).toContain("It's yours: Northwind.");
    expect(back).not.toContain('<button');
    expect(await town.thePage()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
  });

  test('is followed by a mail to everybody else who had one, in the same thread', async () => {
    await town.page();
    const first = newest();
    await town.pass(5 * minute);
    await press(linkIn(newest()), 'page.acknowledge');
    await town.settle();
    const told = mails.find(mail => mail.inReplyTo === first.messageId);
    expect(told?.text).toContain('Tom Adeyemi has it');
  });

  test('that the server refuses for good goes on to the next person at once', async () => {
    refusal = { responseCode: 550 };
    await town.page();
    await town.pass(10 * second);
    expect(mails).toEqual([]);
    expect((await town.thePage()).level).toBeGreaterThan(0);
  });

  test.each([
    ['a forged link', (link: string) => `${link.slice(0, -3)}abc`],
    ['a link of another page', (link: string) => link.replace(/confirm\/[^.]+/, 'confirm/another')],
    [
      'a link that was made to last',
      (link: string) => link.replace(/\.(\w+)\.([\w-]+)$/, '.zzzzzzz.$2'),
    ],
    ['half a link', (link: string) => link.slice(0, -30)],
  ])('%s answers nothing', async (_, alter) => {
    await town.page();
    const { status } = await press(alter(linkIn(newest())), 'page.acknowledge');
    expect(status).toBe(404);
    await town.settle();
    expect((await town.thePage()).state).toBe('open');
  });

  test('a link of the day before yesterday answers nothing', async () => {
    await town.page();
    const link = linkIn(newest());
    town.clock.moveTo(new Date(town.clock.now().getTime() + day + second));
    expect((await press(link, 'page.acknowledge')).status).toBe(404);
  });
});
