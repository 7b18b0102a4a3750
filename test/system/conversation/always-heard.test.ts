import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const says = (text: string, user = 'lead-1') => world.says(user, place, text);
const client = () => world.stage.world.ports.database.client;
const heardBy = (lines: Awaited<ReturnType<typeof says>>, who: string) =>
  lines.filter(line => line.to === who && !line.edited);
const pages = () => client().page.findMany({ include: { words: true } });

beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

describe('a call for a person is a call, however it is written', () => {
  test('calls somebody with the words that follow "page", with or without a colon', async () => {
    const said = await says('page the bank file is rejected');
    expect(heardBy(said, 'adv-1')[0]).toMatchObject({ message: 'page' });
    expect(heardBy(said, 'adv-1')[0]?.text).toContain('"the bank file is rejected"');
  });

  test('knows a page of a book from a page for a person', async () => {
    await says('page 4 of the manual is missing');
    expect(await pages()).toEqual([]);
  });

  test('offers somebody for a bare "help", also while a check-in waits, and books no mood', async () => {
    await world.pass(75 * 60_000);
    const said = await says('help');
    expect(heardBy(said, place).map(line => line.message)).toEqual(['help-offer']);
    expect(heardBy(said, 'adv-1')[0]?.text).toContain('help');
    const checkIn = await client().checkIn.findFirstOrThrow({ where: { customerId: 'northwind' } });
    expect(checkIn.answer).toBeNull();
    await says('yes');
    expect(await pages()).toHaveLength(1);
  });

  test('never says "good" to a fault, also while a check-in waits', async () => {
    await world.pass(75 * 60_000);
    for (const text of [
      'Grace cannot print the trial balance',
      'the export of the report comes out empty',
    ]) {
      const said = await says(text);
      for (const line of heardBy(said, place)) expect(line.text).not.toMatch(/\bgood\b/i);
      const told = said.filter(line => line.to === 'adv-1' && line.text.includes(text));
      expect([text, told.length > 0]).toEqual([text, true]);
    }
  });

  test('books no mood for thanks, for a promise to wait, or for words to a colleague', async () => {
    await world.pass(75 * 60_000);
    for (const text of [
      'thanks a million for keeping me posted',
      "ok i'll wait",
      "no worries Grace, I'll get the milk",
    ])
      await says(text);
    const checkIn = await client().checkIn.findFirstOrThrow({ where: { customerId: 'northwind' } });
    expect(checkIn.answer).toBeNull();
  });

  test('adds to the page whatever is told while it rings, and what is asked about its end', async () => {
    await says('page: nobody in Leeds can post');
    for (const text of [
      'it is the tills in Leeds',
      'ok and Hull has just gone the same way',
      'how long till Leeds can post again do we think',
    ])
      await says(text);
    const [page] = await pages();
    expect(page).toMatchObject({ state: 'open' });
    expect(page?.words).toHaveLength(4);
  });

  test('asks whoever says "no, it can wait" while it rings whether to stop calling', async () => {
    await says('page: nobody in Leeds can post');
    const said = await says('no, it can wait');
    expect(heardBy(said, place)[0]?.text).toContain('Shall I stop');
    expect(await pages()).toMatchObject([{ state: 'open' }]);
    await says('yes');
    expect(await pages()).toMatchObject([{ state: 'resolved' }]);
  });

  test('says aloud that a page rings again once they say that it is not solved', async () => {
    await says('page: nobody in Leeds can post');
    await world.presses('adv-1', 'page.acknowledge');
    await world.presses('adv-1', 'page.resolve');
    await world.pass(60_000);
    const said = await says('it came back');
    const told = heardBy(said, place).find(line => line.message === 'page-word');
    expect(told?.text).toContain("I've paged your advocate Nora Whitfield again");
  });

  test('fetches the manager by name for whoever asks for the manager', async () => {
    const said = await says("I'd like a word with Helen Marsh about all this");
    expect(await pages()).toEqual([]);
    expect(heardBy(said, place)[0]?.text).toContain('Helen Marsh');
  });

  test('answers "whats next" with what comes next', async () => {
    const [answer] = heardBy(await says('whats next'), place);
    expect(answer?.text).toContain('Copy the balances');
  });

  test('offers somebody to whoever asks out of the blue whether anybody is there', async () => {
    expect(heardBy(await says('is anybody there??'), place)[0]?.message).toBe('help-offer');
  });
});

describe('a worry keeps everything that is said of it', () => {
  test('gives the sentences after it to the advocate, and all of them to whoever is called', async () => {
    await says('hmm not great, honestly I am getting nervous');
    const more = await says('the totals in the preview are 40,000 short');
    expect(heardBy(more, 'adv-1')[0]?.text).toContain('40,000 short');
    expect(heardBy(more, place)).toHaveLength(1);
    expect(heardBy(more, place)[0]?.text).toContain('Nora Whitfield');
    const called = await says('somebody please help me');
    const page = heardBy(called, 'adv-1').find(line => line.message === 'page');
    for (const part of ['getting nervous', '40,000 short']) expect(page?.text).toContain(part);
  });

  test('takes "is anybody there??" after it for the call that it is', async () => {
    await says('hmm not great, honestly I am getting nervous');
    await says('the totals in the preview are 40,000 short');
    const called = await says('is anybody there??');
    expect(heardBy(called, 'adv-1').find(line => line.message === 'page')?.text).toContain(
      '40,000 short',
    );
  });

  test('does so after one tap on "Worried" too, for each sentence', async () => {
    await world.pass(75 * 60_000);
    await world.presses('lead-1', 'check-in.worried');
    await says('the totals in the preview are 40,000 short');
    await says('and two of the accounts are gone');
    const called = await says('yes');
    const page = heardBy(called, 'adv-1').find(line => line.message === 'page');
    for (const part of ['40,000 short', 'accounts are gone']) expect(page?.text).toContain(part);
  });

  test('keeps it for a while after "it can wait", and claims no words that nobody wrote', async () => {
    await world.pass(75 * 60_000);
    await world.presses('lead-1', 'check-in.worried');
    const [left] = heardBy(await world.presses('lead-1', 'page.decline'), place);
    expect(left?.text).not.toMatch(/(?:has|sent) your words/);
    await says('the totals in the preview are 40,000 short');
    const called = await says('page');
    expect(heardBy(called, 'adv-1').find(line => line.message === 'page')?.text).toContain(
      '40,000 short',
    );
  });

  test('still answers what is asked meanwhile', async () => {
    await says('hmm not great, honestly I am getting nervous');
    expect(heardBy(await says("what's happening now?"), place)[0]?.message).toBe('situation');
  });
});

describe('while somebody is being called', () => {
  const calls = ['page', 'fetch someone', 'page please', 'PAGE!!', 'get me a person'];

  test('answers every further call with who is being called', async () => {
    await says('page the ledger is down');
    for (const text of calls) {
      const said = heardBy(await says(text), place);
      expect([text, said.map(line => line.text)]).toEqual([
        text,
        [expect.stringMatching(/I'm calling your advocate Nora Whitfield.*Idris Bello/)],
      ]);
    }
    expect(await pages()).toHaveLength(1);
  });

  test('answers every further call with who has it', async () => {
    await says('page the ledger is down');
    await world.says('adv-1', null, 'ack');
    for (const text of calls) {
      const [line] = heardBy(await says(text), place);
      expect([text, line?.text]).toEqual([text, expect.stringContaining('Nora Whitfield has it')]);
    }
  });

  test('adds further trouble to the page instead of offering a person who is coming already', async () => {
    await says('page the ledger is down');
    await world.says('adv-1', null, 'ack');
    const said = await says('now the export of the report comes out empty too');
    expect(heardBy(said, place)[0]?.message).toBe('answer');
    expect(
      heardBy(said, 'adv-1')
        .map(line => line.text)
        .join(),
    ).toContain('comes out empty too');
  });
});
