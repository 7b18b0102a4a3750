import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const says = (text: string) => world.says('lead-1', place, text);
const client = () => world.stage.world.ports.database.client;

beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

/** What people answer, by language: well, worried in a word, agreeing, an emergency, a word of thanks that ends it. */
const said = [
  ['German', 'alles gut', 'besorgt', 'ja bitte', 'Bei uns steht alles, niemand kann mehr buchen!'],
  [
    'French',
    'tout va bien',
    'inquiet',
    'oui',
    'Tout est en panne, plus personne ne peut travailler !',
  ],
  [
    'Spanish',
    'todo bien',
    'preocupada',
    'sí, por favor',
    '¡El sistema está caído, nadie puede facturar!',
  ],
  ['Portuguese', 'tudo bem', 'preocupado', 'sim', 'O sistema caiu, ninguém consegue trabalhar!'],
  [
    'Japanese',
    '順調です',
    '心配です。',
    'はい',
    'システムが落ちて、全員仕事ができません。今すぐ助けてください',
  ],
  ['English', 'all good', 'worried', 'yes', 'The ledger is down, nobody can post!'],
] as const;

const answers = async () => {
  const rows = await client().checkIn.findMany({
    where: { customerId: 'northwind', answer: { not: null } },
    orderBy: { answeredAt: 'asc' },
  });
  return rows.map(({ answer }) => answer);
};

describe.each(said)('in %s', (_, good, worried, yes, emergency) => {
  test('a check-in is answered with a bare word, and a worry with a person on a bare yes', async () => {
    await world.pass(75 * 60_000);
    await says(worried);
    expect(await answers()).toEqual(['worried']);
    await says(yes);
    expect(await client().page.count()).toBe(1);
  });

  test('"all good" is an answer, and a bare 👍 to the next question too', async () => {
    await world.pass(75 * 60_000);
    await says(good);
    expect(await answers()).toEqual(['good']);
    await world.pass(3 * 60 * 60_000);
    await says('👍');
    expect((await answers()).slice(0, 2)).toEqual(['good', 'good']);
  });

  test('an emergency calls somebody', async () => {
    await says(emergency);
    const pages = await client().page.count();
    const offers = await client().message.count({ where: { name: 'help-offer' } });
    expect(pages + offers).toBeGreaterThan(0);
  });
});
