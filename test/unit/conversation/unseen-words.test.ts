import { describe, expect, test } from '@jest/globals';
import { readConcern } from '../../../src/conversation/words/concern.ts';
import { readMood } from '../../../src/conversation/words/mood-words.ts';
import { isForeign, withPartLanguage } from '../../../src/conversation/words/part-language.ts';
import { readPrelude } from '../../../src/conversation/words/prelude.ts';
import { readRequest } from '../../../src/conversation/words/request.ts';
import { twoQuestions } from '../../../src/conversation/words/two-questions.ts';
import { isAboutRhythm, isPutOff } from '../../../src/conversation/words/wish-words.ts';
import { understand } from '../../../src/understanding/understand.ts';

describe('what must not wait pages, whatever it sounds like', () => {
  test.each([
    'hold everything!',
    'STOP THE COPY NOW',
    'abort the migration',
    'someone hacked us',
    'I think someone got into our system',
    'we have been hacked',
    'there is an intruder in our network',
    'our passwords were stolen',
    'ransomware on our servers',
    "someone is logged in with my account and it's not me",
    'Wir wurden gehackt',
    'Non riusciamo a lavorare, è tutto fermo',
    'Niemand kan werken, alles ligt plat',
  ])('%s', text => {
    expect(understand(text)).toMatchObject({ urgent: true, intent: 'help' });
  });

  test.each([
    'should we stop the copy?',
    "please don't stop the copy",
    'we were hacked last year',
    'what if we get hacked?',
    'the backup was leaked in the test',
    'stop the reminders',
  ])('not: %s', text => {
    expect(understand(text).urgent).toBe(false);
  });
});

describe('Italian and Dutch, as far as they are heard', () => {
  test.each([
    ['Grazie mille, tutto bene', 'thanks'],
    ['Come sta andando?', 'status'],
    ['Basta con questi messaggi', 'stop'],
    ['Bedankt, alles is goed', 'thanks'],
    ['Hoe staat het ermee?', 'status'],
    ['Stop met die berichten', 'stop'],
  ])('%s is %s', (text, intent) => {
    expect(withPartLanguage(understand(text), text).intent).toBe(intent);
  });

  test.each(['Co się dzieje?', 'Mikä tilanne on nyt?'])('%s is none of ours', text => {
    expect(isForeign(understand(text), text)).toBe(true);
  });
});

test.each([
  ['all fine except the printer in Leeds', 'fine'],
  ['all good apart from one slow screen', 'fine'],
  ['hmm, so-so', 'unclear'],
  ['meh', 'unclear'],
  ['neither good nor bad', 'unclear'],
  ['50/50', 'unclear'],
  ['so lala', 'unclear'],
])('"%s" is %s', (text, mood) => {
  expect(readMood(text)).toBe(mood);
});

describe('put off, and not the end', () => {
  test.each(['ask me later', 'later please', "not now, I'm in a meeting", "I'll answer later"])(
    '%s',
    text => expect(isPutOff(text)).toBe(true),
  );
  test.each(['stop', 'all good, talk later', 'call me later'])('not: %s', text =>
    expect(isPutOff(text)).toBe(false),
  );
});

test('how often we are to ask is no praise', () => {
  expect(isAboutRhythm('every 15 minutes would be great tonight')).toBe(true);
  expect(isAboutRhythm('all great here')).toBe(false);
});

describe('before, or instead of, saying something', () => {
  test.each([
    ['I have a question', 'question'],
    ['can I ask you something', 'question'],
    ['quick question', 'question'],
    ['got a question for you', 'question'],
    ['I wanted to ask something', 'question'],
    ['Ich habe eine Frage', 'question'],
    ['cancel that', 'taken-back'],
    ['never mind', 'taken-back'],
    ['forget it', 'taken-back'],
    ['scrap that', 'taken-back'],
    ['actually no, leave it', 'taken-back'],
    ['undo that please', 'taken-back'],
    ['may I ask something about the invoices?', null],
    ['cancel the migration', null],
  ])('%s', (text, prelude) => {
    expect(readPrelude(text)).toBe(prelude);
  });
});

describe('two questions', () => {
  test.each([
    [
      'when does the copy end, and who is on duty after that?',
      'when does the copy end?',
      'who is on duty after that?',
    ],
    ['is the freeze done? and what comes after it?', 'is the freeze done?', 'what comes after it?'],
    ['are we on time? who can I call?', 'are we on time?', 'who can I call?'],
    [
      'wann ist die Kopie fertig und wer hat Dienst?',
      'wann ist die Kopie fertig?',
      'wer hat Dienst?',
    ],
  ])('%s', (text, first, second) => {
    expect(twoQuestions(text)).toEqual([first, second]);
  });

  test.each([
    'when and how?',
    'what happens now?',
    'the copy is done and who cares',
    'is it done?',
  ])('one: %s', text => expect(twoQuestions(text)).toBeNull());
});

test.each([
  ['is my data backed up?', 'safety'],
  ['will we lose anything?', 'safety'],
  ['can we push the opening to 3am?', 'plan'],
  ["please don't open the ledger before I say so", 'plan'],
  ['I just posted an invoice, was that a mistake?', 'oddity'],
])('"%s" is for a person', (text, concern) => {
  expect(readConcern(text)).toBe(concern);
});

test('to be told when one may work again is for the advocate, and no rhythm', () => {
  expect(readRequest('ping me as soon as we can post again')).toEqual({ kind: 'advocates' });
});
