import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { phraseLanguages } from '../../../src/delivery/phrases/phrase.ts';
import { buildCustomer, buildGoLive, buildNorthwind } from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const heard = async (text: string) =>
  (await world.says('lead-1', place, text)).filter(({ to }) => to === place).map(line => line.text);

beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

/** Northwind before its window, with languages in its setup. */
async function openWith(languages: { customer?: string; place?: string; leader?: string }) {
  await world.close();
  const { customer: language, place: placeLanguage, leader } = languages;
  const { places } = buildCustomer();
  const alone = buildNorthwind();
  const people = alone.people.map(one =>
    one.id === 'lead-1' && leader ? { ...one, language: leader } : one,
  );
  world = await openTestWorld(
    {
      ...alone,
      people,
      customers: [
        buildCustomer({
          ...(language && { language }),
          places: places.map(one => ({
            ...one,
            ...(placeLanguage && { language: placeLanguage }),
          })),
          transitions: [buildGoLive()],
        }),
      ],
    },
    { at: '2026-03-06T16:00:00-05:00' },
  );
  return world;
}

const setupVersion = () =>
  world.stage.world.ports.database.client.$queryRaw`SELECT * FROM setup_version`;

test.each([
  ['English', "what's happening now?"],
  ['the same language again', 'Wie ist der Stand gerade?'],
])('who writes in %s changes nothing that is set up', async (_, text) => {
  await heard(text);
  const before = await setupVersion();
  await heard(text);
  expect(await setupVersion()).toEqual(before);
});

describe('whoever writes in German', () => {
  test('reads our phrases in German from then on: situation, offer, receipt, check-in', async () => {
    const [situation] = await heard('Wie ist der Stand bei der Umstellung, läuft alles nach Plan?');
    expect(situation).toMatch(/Stand \d\d:\d\d|Noch keine Nachricht/);
    expect(situation).toContain('Schreiben Sie page');
    const [receipt] = await heard('Das ganze System ist ausgefallen, niemand kann mehr arbeiten!');
    expect(receipt).toMatch(/Ich habe .* gerufen|Soll ich jetzt jemanden holen/);
  });

  test('is one customer; another goes on in English, and so do the vendor’s own people', async () => {
    await heard('Guten Morgen, wie ist der Stand bei der Umstellung?');
    const other = await world.says('lead-2', 'lakeside-shared', "what's happening now?");
    expect(other.at(-1)?.text).toMatch(/Type page to get a person/);
    const ours = await world.says('adv-1', null, 'status northwind');
    expect(ours.map(({ text }) => text).join('\n')).not.toContain('Schreiben Sie');
  });
});

test('an English customer who says merci is still spoken to in English', async () => {
  await heard('merci!');
  const [situation] = await heard("what's happening now?");
  expect(situation).toContain('Type page to get a person');
});

describe('what is said to all', () => {
  const english = /\b(your|you|since|until|advocate|planned|window|always|fetch|type)\b/i;

  test.each(phraseLanguages)(
    'in %s is whole, from the welcome over the opening to the check-in',
    async customer => {
      await openWith({ customer });
      await world.at('2026-03-06T19:40:00-05:00');
      const said = world.seen(place);
      expect(said.map(({ message }) => message)).toEqual(
        expect.arrayContaining(['welcome', 'opening', 'check-in']),
      );
      for (const { text } of said)
        expect(text.replace(/less ou more|less o more/, '')).not.toMatch(english);
    },
  );

  test('is in the place’s language, before the customer’s', async () => {
    await openWith({ customer: 'fr', place: 'de' });
    await world.at('2026-03-06T18:00:00-05:00');
    expect(world.seen(place).find(({ message }) => message === 'opening')?.text).toContain(
      'Der Plan',
    );
  });
});

describe('each person is answered in the language they last clearly wrote in', () => {
  test('also in a place that has another', async () => {
    await openWith({ place: 'de' });
    const [french] = await heard(
      'Bonjour, où en est la migration ? Est-ce que tout se passe bien ?',
    );
    expect(french).toContain('Écrivez page');
    const german = await world.says(
      'member-1',
      place,
      'Guten Morgen, wie ist der Stand der Umstellung?',
    );
    expect(german.at(-1)?.text).toContain('Schreiben Sie page');
    const [again] = await heard('status?');
    expect(again).toContain('Écrivez page');
  });

  test('and in the one of the setup until then', async () => {
    await openWith({ leader: 'es' });
    const [answer] = await heard('status?');
    expect(answer).toContain('Escriba page');
  });

  test('a question is changed in the language it was asked in, whoever wrote since', async () => {
    await openWith({ customer: 'de' });
    await world.at('2026-03-06T19:10:00-05:00');
    const asked = world.seen(place).findLast(({ message }) => message === 'check-in');
    expect(asked?.text).toContain('schreiben Sie page');
    await world.says('member-1', place, 'Where do we stand at the moment, is everything fine?');
    await world.says('lead-1', place, 'all good');
    const answered = world.seen(place).findLast(({ message }) => message === 'check-in');
    expect(answered?.text).toMatch(/✅ Daniel Reyes: alles gut/);
  });
});
