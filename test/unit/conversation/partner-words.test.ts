import { expect, test } from '@jest/globals';
import {
  isAboutOwn,
  isCallingSomebody,
  isTroubleNow,
  readBack,
  readStanding,
  readTaking,
} from '../../../src/conversation/words/partner-words.ts';

test.each(['I have it', 'ack', "I've got this.", 'still on it', "I'm on it", 'mine'])(
  '"%s" takes what rings',
  said => expect(readTaking(said)).toMatchObject({ name: null }),
);

test.each(['I have a problem with it', 'who has it?', 'it is not mine', 'acknowledge what?'])(
  '"%s" takes nothing',
  said => expect(readTaking(said)).toBeNull(),
);

test.each([
  ['back: a worn ribbon', 'a worn ribbon'],
  ['back the ribbon was worn', 'the ribbon was worn'],
  ['back labels northwind', 'labels northwind'],
  ['hand it back, not ours', 'not ours'],
  ['done', ''],
  ['pass', ''],
  ['the backup is running', null],
  ['background noise on the line', null],
])('"%s" hands back %s', (said, words) => expect(readBack(said)).toBe(words));

test.each([
  ['labels done', { name: 'labels', to: 'done' }],
  ['the labels are underway', { name: 'labels', to: 'underway' }],
  ['labels have been finished.', { name: 'labels', to: 'done' }],
  ['are the labels done by tomorrow?', null],
])('"%s" says how a step stands: %j', (said, standing) =>
  expect(readStanding(said)).toEqual(standing),
);

test('what is theirs is asked in a few ways, and nothing else is', () => {
  expect(['mine', 'what is mine?', 'help', 'status'].every(isAboutOwn)).toBe(true);
  expect(['helping out here', 'the status page is down'].some(isAboutOwn)).toBe(false);
});

test('"I have it" can say what', () => {
  expect(readTaking('I have it: Northwind')).toEqual({ name: 'Northwind', isStill: false });
  expect(readTaking('still on it')).toEqual({ name: null, isStill: true });
});

test.each([
  'the labels are not done',
  "the labels aren't finished",
  'labels never done',
  'I hope the labels are done',
  'I think the labels are done',
  'labels almost done',
  'labels half done',
  'the labels should be done',
  'the labels will be done',
  'the labels are soon done',
  'the labels are to be done',
  'are the labels done',
  'is the step finished',
])('"%s" is no fact about a step', said => expect(readStanding(said)).toBeNull());

test.each([
  'Help! The line is down, get somebody now',
  'Status: everything is burning, call someone',
  'Back up failed, we need somebody urgently',
  'page: nothing prints',
])('"%s" calls somebody', said => expect(isCallingSomebody(said)).toBe(true));

test.each([
  'back: a worn ribbon',
  'labels done',
  'I have it',
  'help',
  'status',
  'done, they print',
])('"%s" calls nobody', said => expect(isCallingSomebody(said) || isTroubleNow(said)).toBe(false));

test.each([
  "Resolved? No, it's down again",
  "resolved, no, it's down again",
  'done, not yet tested',
  'back up failed',
  'back to normal here',
  'back in five minutes',
  'Back-up failed again',
  'pass the salt',
  'done by tomorrow',
])('"%s" hands nothing back', said => expect(readBack(said)).toBeNull());

test('what is down now is trouble, and what is not is none', () => {
  expect(isTroubleNow("Resolved? No, it's down again")).toBe(true);
  expect(isTroubleNow("the line's down")).toBe(true);
  expect(isTroubleNow('nothing is down')).toBe(false);
});

test.each([
  'Help!',
  'Help! The line is down',
  'Status: everything is burning',
  'what is open on the line?',
])('"%s" is no question for their own list', said => expect(isAboutOwn(said)).toBe(false));
