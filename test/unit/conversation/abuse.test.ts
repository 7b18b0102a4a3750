import { expect, test } from '@jest/globals';
import { type Anger, angerText } from '../../../src/conversation/customer-desk/anger-card.ts';
import { calmed } from '../../../src/conversation/words/abuse.ts';

test.each([
  [
    'You useless idiots, the ledger is down again, fix it now!!',
    '… the ledger is down again, fix it now.',
  ],
  ['You are a bunch of incompetent clowns! Nobody can post since 8.', '… Nobody can post since 8.'],
  [
    'you fucking morons broke the interface. Call me back at 5.',
    '… broke the interface. Call me back at 5.',
  ],
  ["I will kill you if this isn't fixed by noon", "… if this isn't fixed by noon"],
  ['Go to hell, I want your manager', '… I want your manager'],
  ['You are thieves, what is on our bill for March?', '… what is on our bill for March?'],
  ['Nora is an idiot, she lost our orders', '… she lost our orders'],
  ['Ihr Idioten, das System steht still!', '… das System steht still.'],
  ['Bande d’abrutis, rien ne marche', '… rien ne marche'],
  ['you guys are all pathetic', ''],
  ['Fuck you', ''],
  ['idiots!', ''],
] as const)('"%s" is read without its insults', (said, calm) => {
  expect(calmed(said)).toMatchObject({ isAbuse: true, calm });
});

test.each([
  'your product is useless',
  'Your support is useless',
  'the printer is an idiot',
  'we feel like idiots',
  'our users are such idiots sometimes',
  "You're no fool, Nora",
  'You are not useless at all',
  "I'll kill the process myself",
  'that was stupid of me',
  'What the hell, the ledger is down',
  "what's happening now?",
])('"%s" insults nobody, and stays as it is', said => {
  expect(calmed(said)).toMatchObject({ isAbuse: false, isThreat: false, calm: said });
});

test('a threat is said to be one, and nothing is said to be asked for in it', () => {
  const { isAbuse, isThreat, calm } = calmed('I know where you live');
  expect({ isAbuse, isThreat, calm }).toEqual({ isAbuse: true, isThreat: true, calm: '' });
  expect(angerText({ ...anger, isThreat, calm })).toContain('It threatens somebody');
});

test('anger among themselves is not told as anger at us', () => {
  expect(angerText({ ...anger, isToUs: false })).not.toContain('to us');
  expect(angerText(anger)).toContain('to us');
});

const anger: Anger = {
  eventId: 'e1',
  customerId: 'northwind',
  customerName: 'Northwind',
  speakerName: 'Daniel Reyes',
  isToUs: true,
  isThreat: false,
  calm: 'the labels are wrong',
  isUrgent: false,
};
