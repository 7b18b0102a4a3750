import { expect, test } from '@jest/globals';
import {
  isAboutOwn,
  isTaking,
  readBack,
  readStanding,
} from '../../../src/conversation/words/partner-words.ts';

test.each(['I have it', 'ack', "I've got this.", 'still on it', "I'm on it", 'mine'])(
  '"%s" takes what rings',
  said => expect(isTaking(said)).toBe(true),
);

test.each(['I have a problem with it', 'who has it?', 'it is not mine', 'acknowledge what?'])(
  '"%s" takes nothing',
  said => expect(isTaking(said)).toBe(false),
);

test.each([
  ['back: a worn ribbon', 'a worn ribbon'],
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
