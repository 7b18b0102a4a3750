import { describe, expect, test } from '@jest/globals';
import { shared, strong, time, words } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { inLanguage } from '../../../src/delivery/in-language.ts';
import { phraseLanguages } from '../../../src/delivery/phrases/phrase.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { openly } from '../../../src/timeline/event.ts';

const now = new Date('2026-03-06T20:00:00Z');
const reader = { timeZone: 'Europe/Berlin', now };
const name = strong(openly('Daniel Reyes'));
const step = words(openly('Copy the balances'));

const checkIn = sharedCard('check-in', 'c1', {
  body: [
    shared`${name}, "${step}" finished at ${time(new Date('2026-03-05T18:50:00Z'))}. How is it looking from your side?`,
  ],
  actions: [{ id: 'check-in.good', label: 'All good', subject: 'x' }],
  foot: shared`If something is wrong, type page and I'll fetch a person, at any hour.`,
});

describe('a card in the customer’s language', () => {
  test('says our phrases in it and leaves names, steps and people’s words as they are', () => {
    const german = inLanguage(checkIn, 'de');
    expect(plainText(german, reader)).toBe(
      'Daniel Reyes, „Copy the balances“ ist seit Do 19:50 fertig. Wie sieht es bei Ihnen aus?\n' +
        'Wenn etwas nicht stimmt, schreiben Sie page, und ich hole jemanden, zu jeder Stunde.',
    );
    expect(german.actions?.map(({ label }) => label)).toEqual(['Alles gut']);
  });

  test.each(phraseLanguages)('in %s leaves no English of ours', language => {
    expect(plainText(inLanguage(checkIn, language), reader)).not.toMatch(/looking|wrong|fetch/);
  });

  test('never touches what somebody wrote', () => {
    const said = words(openly('How is it looking from your side? Shall I get someone now?'));
    const card = sharedCard('answer', 'c1', { body: [shared`${said}`] });
    expect(plainText(inLanguage(card, 'fr'), reader)).toBe(plainText(card, reader));
  });

  test('keeps a sentence it has no words for in English rather than losing it', () => {
    const card = sharedCard('answer', 'c1', {
      body: [shared`Quite new. Shall I get someone now?`],
    });
    expect(plainText(inLanguage(card, 'es'), reader)).toBe('Quite new. ¿Busco a alguien ahora?');
  });

  test('writes ages and days as the language does', () => {
    const card = sharedCard('answer', 'c1', {
      body: [
        shared`As of ${time(new Date('2026-03-06T19:51:00Z'))}, ${time(new Date('2026-03-06T19:51:00Z'), 'age')}.`,
      ],
    });
    expect(plainText(inLanguage(card, 'fr'), reader)).toBe('État à 20:51, il y a 9 minutes.');
    expect(plainText(inLanguage(card, 'ja'), reader)).toBe('20:51 現在（9 分前）。');
  });
});
