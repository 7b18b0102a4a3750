import { describe, expect, test } from '@jest/globals';
import { twiml } from '../../../src/adapters/contact/twilio/twiml.ts';
import {
  drillTaken,
  nothingRings,
  passedOnText,
  stillRingsText,
  takenText,
  whichText,
} from '../../../src/conversation/outside/outside-words.ts';
import type { Text } from '../../../src/delivery/audience.ts';
import { internalCard } from '../../../src/delivery/card.ts';
import { readableCard } from '../../../src/delivery/find-readable-card.ts';
import { phraseLanguages } from '../../../src/delivery/phrases/phrase.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { codeCard } from '../../../src/reach/code-card.ts';

const reader = { timeZone: 'Europe/Berlin', now: new Date('2026-03-10T18:00:00Z') };
const inWords = (...body: Text<'internal'>[]) => internalCard('answer', null, { body });
const ringing = {
  pageId: 'p1',
  customerId: 'northwind',
  customerName: 'Northwind',
  personId: 'nora',
  messageId: 'm1',
  code: '47',
};

/** Everything that is said back by text message or in a call. */
const replies = [
  ...(['acknowledged', 'yours', 'already', 'resolved'] as const).map(one =>
    takenText(one, 'Northwind'),
  ),
  passedOnText('reassigned', 'Northwind', []),
  passedOnText('reassigned', 'Northwind', ['Tom']),
  passedOnText('reassigned', 'Northwind', ['Tom', 'Helen']),
  whichText([ringing, { ...ringing, customerName: 'Lakeside', code: '48' }]),
  stillRingsText(ringing),
  nothingRings,
  drillTaken,
];

describe.each(phraseLanguages)('to somebody who reads %s', language => {
  test('a code is told in their language, in a text message and in a call, and its digits stay', () => {
    for (const via of ['sms', 'voice'] as const) {
      const card = readableCard(codeCard(via, '047110'), language);
      expect(card.language).toBe(language);
      const text = plainText(card, reader);
      expect(text.replace(/[^\d]/g, '')).toContain('047110');
      expect(text).toContain('verify');
      expect(text).not.toContain('Your code');
    }
  });

  test('whatever is said back to a reply or a key is in their language', () => {
    const english = replies
      .map(text => readableCard(inWords(text), language))
      .filter(card => card.language !== language)
      .map(card => plainText(card, reader));
    expect(english).toEqual([]);
  });

  test('a call is read in a voice that speaks it, and the keys are asked for in it', () => {
    const said = twiml({ lines: ['…'], keysTo: 'https://handrail.example/keys', language });
    expect(said).toMatch(new RegExp(`<Say voice="Polly\\.\\w+" language="${language}-[A-Z]{2}">`));
    expect(said).not.toContain('I heard no key');
  });
});
