import { describe, expect, test } from '@jest/globals';
import { shared, strong, type Text, time, words } from '../../../src/delivery/audience.ts';
import { type Card, sharedCard } from '../../../src/delivery/card.ts';
import { readableCard } from '../../../src/delivery/find-readable-card.ts';
import { inLanguage } from '../../../src/delivery/in-language.ts';
import { books } from '../../../src/delivery/phrases/books.ts';
import { labels } from '../../../src/delivery/phrases/labels.ts';
import { phraseLanguages } from '../../../src/delivery/phrases/phrase.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { durationTerm } from '../../../src/transitions/duration.ts';
import { slipCard } from '../../../src/transitions/slip.ts';
import { written } from '../../harness/written.ts';

const now = new Date('2026-03-06T20:00:00Z');
const reader = { timeZone: 'Europe/Berlin', now };
const name = strong(written('Daniel Reyes'));
const step = words(written('Copy the balances'));
const minute = 60_000;

const checkIn = sharedCard('check-in', 'c1', {
  body: [
    shared`${name}, "${step}" finished at ${time(new Date('2026-03-05T18:50:00Z'))}. How is it looking from your side?`,
  ],
  actions: [{ id: 'check-in.good', label: 'All good', subject: 'x' }],
  foot: shared`If something is wrong, type page and I'll fetch a person, at any hour.`,
});

function saying(...body: readonly Text<'shared'>[]): Card<'shared'> {
  return sharedCard('answer', 'c1', { body });
}

function read(card: Card, language: string | null): string {
  return plainText(readableCard(card, language), reader);
}

describe('a card in the reader’s language', () => {
  test('says our sentences in it and leaves names, steps and people’s words as they are', () => {
    const german = readableCard(checkIn, 'de');
    expect(plainText(german, reader)).toBe(
      'Daniel Reyes, „Copy the balances“ ist seit Do 19:50 fertig. Wie sieht es bei Ihnen aus?\n' +
        'Wenn etwas nicht stimmt, schreiben Sie page, und ich hole jemanden, zu jeder Stunde.',
    );
    expect(german.actions?.map(({ label }) => label)).toEqual(['Alles gut']);
  });

  test.each(phraseLanguages)('in %s leaves no English of ours', language => {
    expect(read(checkIn, language)).not.toMatch(/looking|wrong|fetch/);
  });

  test.each(phraseLanguages)('tells in %s that a step slips, why, and what moves', language => {
    const other = words(written('Open the new ledger'));
    const why = words(written('Platte 7 voll'));
    const at = (text: string) => time(new Date(text));
    const until = shared`${step}: until ${at('2026-03-06T23:00:00Z')} → ${at('2026-03-07T01:00:00Z')}`;
    const from = shared`${other}: ${at('2026-03-07T01:00:00Z')} → ${at('2026-03-07T02:00:00Z')}`;
    const fact = shared`${step} takes longer than planned, because ${why}. What follows moves with it: ${other}.`;
    const slip = slipCard('c1', { state: 'late', words: fact, knower: written('Nora') });
    const card = { ...slip, body: [...slip.body, until, from] };
    expect(read(card, language)).not.toMatch(/longer|because|follows|until|knows|\bperson\b/);
  });

  test('never touches what somebody wrote', () => {
    const said = words(written('How is it looking from your side? Shall I get someone now?'));
    const card = saying(shared`${said}`);
    expect(read(card, 'fr')).toBe(plainText(card, reader));
  });

  test('writes ages and days as the language does', () => {
    const at = new Date('2026-03-06T19:51:00Z');
    const card = saying(shared`As of ${time(at)}, ${time(at, 'age')}.`);
    expect(read(card, 'fr')).toBe('État à 20:51, il y a 9 minutes.');
    expect(read(card, 'ja')).toBe('20:51 現在（9 分前）。');
  });

  test.each([
    ['de', 'Das ist 4 Stunden und 10 Minuten alt, also rate ich nicht.'],
    ['fr', 'Cela date de 4 heures et 10 minutes, donc je ne devine pas.'],
    ['es', 'De eso hace 4 horas y 10 minutos, así que no adivino.'],
    ['pt', 'Isso faz 4 horas e 10 minutos, então não vou adivinhar.'],
    ['ja', 'それから 4 時間 10 分 たっているため、推測はしません。'],
  ])('in %s a length of time is said in it, too', (language, expected) => {
    const card = saying(shared`That is ${durationTerm(250 * minute)} old, so I won't guess.`);
    expect(read(card, language)).toBe(expected);
    expect(read(card, null)).toBe("That is four hours and 10 minutes old, so I won't guess.");
  });
});

describe('a reply is whole in one language', () => {
  const known = shared`Shall I get someone now?`;

  test.each([
    ['a sentence', saying(known, shared`Quite new.`)],
    ['a sentence in the same paragraph', saying(shared`Quite new. ${known}`)],
    ['half a sentence', saying(shared`Shall I get someone now, or later?`)],
    ['a heading', { ...saying(known), heading: shared`Quite new` }],
    ['a foot', { ...saying(known), foot: shared`Quite new` }],
    ['a line', { ...saying(known), facts: [{ label: 'Now', text: shared`Quite new.` }] }],
    ['a label', { ...saying(known), facts: [{ label: 'Quite new', text: known }] }],
    [
      'a button',
      { ...saying(known), actions: [{ id: 'page.raise', label: 'Quite new', subject: 'x' }] },
    ],
  ] as const)('%s without words in the language leaves all of it English', (_, card) => {
    for (const language of phraseLanguages) {
      expect(inLanguage(card, language)).toBeNull();
      expect(readableCard(card, language)).toEqual(card);
    }
  });

  test('a card that was said in German and is changed is German as a whole, or English as a whole', () => {
    const asked = readableCard(checkIn, 'de');
    const answered = saying(...checkIn.body, shared`Next time: ${time(now)}.`);
    const kept = { ...answered, body: [...asked.body, ...answered.body.slice(1)] } as Card;
    expect(read(kept, 'de')).toMatch(/^Daniel Reyes, „Copy.*\nNächstes Mal: 21:00\.$/);
    const strange = { ...kept, body: [...kept.body, shared`Quite new.`] } as Card;
    expect(read(strange, 'de')).toBe(read(saying(...answered.body, shared`Quite new.`), null));
  });
});

describe('the books', () => {
  const all = [...books, labels].flatMap(book => Object.entries(book));

  test.each(phraseLanguages)('in %s keep every value of the English sentence', language => {
    const values = (sentence: string) => [...new Set(sentence.match(/\{\d\}/g) ?? [])].sort();
    for (const [english, said] of all) {
      expect({ english, values: values(said[language]) }).toEqual({
        english,
        values: values(english),
      });
    }
  });

  test('have each sentence once', () => {
    const sentences = books.flatMap(book => Object.keys(book));
    expect(sentences.filter((each, index) => sentences.indexOf(each) !== index)).toEqual([]);
  });
});
