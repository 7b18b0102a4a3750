import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { minute, second } from '../../../src/shared/time.ts';
import { account, type FakeTwilio, openFakeTwilio } from '../../harness/twilio/fake-twilio.ts';
import { byPhone, openTown, phones, type Town } from './town.ts';

let twilio: FakeTwilio;
let town: Town;

beforeEach(async () => {
  twilio = await openFakeTwilio();
  town = await openTown({ twilio: { ...account, apiUrl: twilio.apiUrl } });
});

afterEach(async () => {
  expect(twilio.refused).toEqual([]);
  await town.close();
  await twilio.close();
});

/** What was sent so far, "SM +15550100101". */
const sent = () => twilio.taken.map(({ sid, form }) => `${sid.slice(0, 2)} ${form.To}`);
const newest = () => {
  const last = twilio.taken.at(-1);
  if (!last) throw new Error('Nothing was sent.');
  return last;
};

describe('a page by text message', () => {
  test('says who needs somebody and how to answer, and "ack" takes it', async () => {
    await town.page();
    expect(sent()).toEqual([`SM ${phones.nora}`]);
    expect(newest().form.Body).toMatch(
      /^Northwind: "The ledger is down\."\nDaniel Reyes, 14:02 their time, your time 18:02\.\nTom Adeyemi is next at 18:07\.\nReply ack \d\d to take it, pass \d\d to pass it on\.$/,
    );
    await replies(phones.nora, 'Ack');
    expect(await town.thePage()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
    expect(newest().form).toMatchObject({
      To: phones.nora,
      Body: "It's yours: Northwind. Nobody else is called.",
    });
    await town.pass(20 * minute);
    expect(sent()).toEqual([`SM ${phones.nora}`, `SM ${phones.nora}`]);
  });

  test('that never reaches the phone is followed by a call within ten seconds', async () => {
    await town.page();
    await twilio.tells(newest(), 'undelivered', { ErrorCode: '30034' });
    await town.pass(10 * second);
    expect(sent()).toEqual([`SM ${phones.nora}`, `CA ${phones.nora}`]);
    const facts = await town.database.client.event.findMany({ where: { kind: 'page.escalated' } });
    expect(facts.map(({ text }) => text)).toContain(
      'Nora Whitfield could not be reached by text message: Twilio 30034: our number is not registered with the carriers (A2P 10DLC)',
    );
  });

  test('"pass" calls the next person at once, and whoever passed it on reads who', async () => {
    await town.page();
    await replies(phones.nora, 'pass');
    expect(sent().slice(1).sort()).toEqual([`SM ${phones.nora}`, `SM ${phones.tom}`]);
    const back = twilio.taken.find(({ form }) => form.Body?.startsWith('Passed on'));
    expect(back?.form.Body).toBe('Passed on: Northwind. Tom Adeyemi is called now.');
  });

  test('tells everybody else who was called, once, that somebody has it', async () => {
    await town.page();
    await town.pass(5 * minute);
    await replies(phones.tom, 'ack');
    await town.pass(minute);
    const toNora = twilio.taken.filter(({ form }) => form.To === phones.nora && form.Body);
    expect(toNora.map(({ form }) => form.Body?.split('\n').at(-1))).toEqual([
      expect.stringMatching(/^Reply ack/),
      'Tom Adeyemi has it, 18:07. Nothing for you to do.',
    ]);
  });

  test('"STOP" is told to the person and to the manager', async () => {
    await replies(phones.nora, 'STOP');
    const told = await town.database.client.message.findMany({
      where: { key: { startsWith: 'stopped:' } },
      orderBy: { toPersonId: 'asc' },
    });
    expect(told.map(({ toPersonId }) => toPersonId)).toEqual(['adv-1', 'mgr-1']);
  });
});

describe('a page by telephone', () => {
  test('is read aloud, and key 1 takes it and is said back', async () => {
    await atTheCall();
    const heard = await twilio.picksUp(newest());
    expect(heard).toContain('Northwind needs somebody: The ledger is down.');
    expect(heard).toContain('Press 1 to take it, 2 to pass it on, 3 to hear this again.');
    const back = await twilio.presses(newest(), '1');
    expect(back).toContain("It's yours: Northwind. Nobody else is called.");
    expect(back).not.toContain('<Gather');
    expect(await town.thePage()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
  });

  test('key 3 says it again, key 2 passes it on', async () => {
    await atTheCall();
    expect(await twilio.presses(newest(), '3')).toContain('<Gather');
    expect(await twilio.presses(twilio.taken[1] ?? newest(), '2')).toContain(
      'Passed on: Northwind. Tom Adeyemi is called now.',
    );
  });

  test.each(['no-answer', 'busy', 'completed'])(
    'that ends as %s rings once more, within three minutes, and not a third time',
    async status => {
      await atTheCall();
      await twilio.tells(newest(), status);
      await town.pass(2 * second);
      expect(sent()).toEqual([`SM ${phones.nora}`, `CA ${phones.nora}`, `CA ${phones.nora}`]);
      await twilio.tells(newest(), status);
      await town.pass(30 * second);
      expect(sent()).toHaveLength(3);
    },
  );

  test('stops ringing when somebody else takes the page', async () => {
    await atTheCall();
    const ringing = newest();
    await replies(phones.nora, 'ack');
    expect(twilio.canceled).toEqual([ringing.sid]);
  });
});

describe('what is not from our Twilio', () => {
  test('changes nothing: forged, altered, of another account, or without a signature', async () => {
    await atTheCall();
    const messageId = newest().form.Url?.split('/').at(-1) ?? '';
    const requests: Readonly<Record<string, Record<string, string>>> = {
      '/twilio/sms': { MessageSid: 'SM1', From: phones.nora, Body: 'ack' },
      [`/twilio/status/${messageId}`]: { CallSid: 'CA1', CallStatus: 'no-answer' },
      [`/twilio/voice/${messageId}`]: { CallSid: 'CA1', CallStatus: 'in-progress' },
      [`/twilio/voice/${messageId}/keys`]: { CallSid: 'CA1', Digits: '1' },
    };
    for (const [path, fields] of Object.entries(requests)) {
      const url = `${town.publicUrl}${path}`;
      const plain = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
      const forged = await twilio.call(url, fields, 'another token');
      const foreign = await twilio.call(url, { ...fields, AccountSid: `AC${'1'.repeat(32)}` });
      expect([path, plain.status, forged.status, foreign.status]).toEqual([path, 403, 403, 403]);
    }
    await town.settle();
    expect((await town.thePage()).state).toBe('open');
    expect(sent()).toHaveLength(2);
  });

  test('an answer that comes again, once its page is somebody else’s, takes nothing back', async () => {
    await town.page();
    const url = `${town.publicUrl}/twilio/sms`;
    const ack = { MessageSid: 'SMagain', From: phones.nora, Body: 'ack' };
    await twilio.call(url, ack);
    await town.settle();
    expect(await town.thePage()).toMatchObject({ ownerId: 'adv-1' });
    await replies(phones.nora, 'pass');
    expect(await town.thePage()).toMatchObject({ state: 'open', ownerId: null });
    expect((await twilio.call(url, ack)).status).toBe(200);
    await town.settle();
    expect(await town.thePage()).toMatchObject({ state: 'open', ownerId: null });
  });

  test('a request that comes again does nothing again', async () => {
    await atTheCall();
    await twilio.tells(newest(), 'no-answer');
    await town.settle();
    await twilio.tells(twilio.taken[1] ?? newest(), 'no-answer');
    await town.pass(10 * second);
    expect(sent()).toHaveLength(3);
  });

  test('a stranger who writes to our number hears nothing', async () => {
    await town.page();
    await replies('+15550109999', 'ack');
    expect(sent()).toEqual([`SM ${phones.nora}`]);
    expect((await town.thePage()).state).toBe('open');
  });
});

let replied = 0;

async function replies(from: string, text: string): Promise<void> {
  replied += 1;
  const fields = { MessageSid: `SMin${replied}`, From: from, Body: text };
  const { status } = await twilio.call(`${town.publicUrl}/twilio/sms`, fields);
  expect(status).toBe(200);
  await town.settle();
}

async function atTheCall(): Promise<void> {
  await town.page();
  await town.pass(2 * minute);
  expect(sent()).toEqual([`SM ${phones.nora}`, `CA ${phones.nora}`]);
}

describe('somebody who reads German', () => {
  test('is written to and called in German, and reads in it what their answer did', async () => {
    const own = { timeZone: 'Europe/Berlin', language: 'de' };
    await town.close();
    town = await openTown(
      { twilio: { ...account, apiUrl: twilio.apiUrl } },
      byPhone.map(one => (one.id === 'adv-1' ? { ...one, ...own } : one)),
    );
    await atTheCall();
    expect(twilio.taken[0]?.form.Body).toMatch(
      /^Northwind: "The ledger is down\."\nDaniel Reyes, 14:02 dort, 19:02 bei Ihnen\.\nAls Nächstes um 19:07: Tom Adeyemi\.\nAntworten Sie ack \d\d zum Übernehmen, pass \d\d zum Weitergeben\.$/,
    );
    const heard = await twilio.picksUp(newest());
    expect(heard).toContain('Northwind braucht jemanden: The ledger is down.');
    expect(heard).toContain('voice="Polly.Vicki" language="de-DE"');
    const back = await twilio.presses(newest(), '1');
    expect(back).toContain('Es ist Ihrer: Northwind. Niemand sonst wird gerufen.');
    const toTom = twilio.taken.filter(({ form }) => form.To === phones.tom);
    expect(toTom).toEqual([]);
  });
});
