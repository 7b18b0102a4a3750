import { describe, expect, test } from '@jest/globals';
import { readConcern } from '../../../src/conversation/words/concern.ts';
import { readHumanWish } from '../../../src/conversation/words/human-wish.ts';
import { isPastime, readMood } from '../../../src/conversation/words/mood-words.ts';
import { isForeign, withPartLanguage } from '../../../src/conversation/words/part-language.ts';
import { readPrelude } from '../../../src/conversation/words/prelude.ts';
import { readRequest } from '../../../src/conversation/words/request.ts';
import { readSelfQuestion } from '../../../src/conversation/words/self-question.ts';
import { twoQuestions } from '../../../src/conversation/words/two-questions.ts';
import { isAboutRhythm, isPutOff, readWish } from '../../../src/conversation/words/wish-words.ts';
import { understand } from '../../../src/understanding/understand.ts';

describe('what must not wait pages, whatever it sounds like', () => {
  test.each([
    'hold everything!',
    'fire!',
    'Es brennt!',
    'incendio!',
    'there is a fire in our server room',
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
    'the fire drill went well',
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

describe('the weather worries nobody here', () => {
  test.each([
    'the weather is awful here',
    'terrible traffic this morning',
    'our coffee is horrible, honestly',
    'schlimmes Wetter heute',
  ])('%s', text => {
    expect(isPastime(text)).toBe(true);
    expect(readMood(text)).toBeNull();
  });
  test.each([
    'the weather is awful and our invoices are wrong',
    'the network traffic of the migration is terrible',
    'it is raining and nobody can work, somebody help us please',
  ])('but more than that does: %s', text => expect(isPastime(text)).toBe(false));
});

describe('whether somebody has it is for that somebody to say', () => {
  test.each([
    'has anybody looked at my ticket?',
    "what's up with our ticket?",
    'does Nora know about this?',
    'is your team aware of this?',
  ])('%s', text => expect(readConcern(text)).toBe('seen'));
});

test.each([
  'and if the copy fails?',
  'if something breaks?',
  'what happens if the copy goes wrong?',
])('"%s" asks for the way back', text => expect(readConcern(text)).toBe('way-back'));

test.each([
  'who do I ring if this goes wrong at 3am?',
  'whom can we call if the copy fails?',
  'who helps us if something breaks?',
])('"%s" asks for somebody', text => expect(readConcern(text)).toBeNull());

test.each(['same as before', 'unchanged', 'no change', 'no difference'])(
  '"%s" is asked about, and taken for neither good nor bad',
  text => expect(readMood(text)).toBe('unclear'),
);

const people = [
  { id: 'nora', name: 'Nora Whitfield', side: 'ours' as const },
  { id: 'petra', name: 'Petra Lindqvist', side: 'ours' as const },
];

describe('who goes away hands on, and calls nobody', () => {
  test.each([
    "I'm going on holiday on Monday, please talk to Petra",
    "I'm off to bed, please speak with Petra",
    'on leave tomorrow, talk to Petra please',
  ])('%s', text => expect(readHumanWish(text, people)).toBeNull());
  test.each(['Nora is out, let me talk to Petra', 'Nora is asleep, I want to speak to Petra'])(
    'but whoever wants to talk does: %s',
    text => expect(readHumanWish(text, people)).toBe('now'),
  );
});

describe('help that is wanted because nobody gets in refuses nobody', () => {
  test.each([
    'Ho bisogno di aiuto, nessuno riesce a entrare',
    'I need help, nobody can log in',
    'Ich brauche Hilfe, niemand kommt rein',
  ])('%s', text => expect(readHumanWish(text, people)).not.toBe('nobody'));
  test.each(['we need nobody tonight', 'Non ho bisogno di nessuno', 'please wake nobody'])(
    'but this does: %s',
    text => expect(readHumanWish(text, people)).toBe('nobody'),
  );
});

describe('what is not to stop goes on', () => {
  const reading = {
    now: new Date('2026-03-06T19:20:00Z'),
    timeZone: 'Europe/London',
    defaultTime: '09:00',
  };
  test.each(["don't stop checking in", 'please do not stop asking', 'never mute the check-ins'])(
    '%s',
    text => expect(readWish(text, 'less', reading)).toEqual({ kind: 'keep' }),
  );
});

test.each(['are you chatgpt?', 'are you an AI?', 'are you some AI or what?'])(
  '"%s" asks what we are',
  text => expect(readSelfQuestion(text)).toBe('what'),
);

test.each([
  'is it ok if we book goods in now?',
  'is it okay to post invoices again?',
  'is it fine if we start scanning?',
])('"%s" is for a person', text => expect(readConcern(text)).toBe('safety'));
