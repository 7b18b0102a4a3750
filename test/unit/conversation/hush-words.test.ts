import { expect, test } from '@jest/globals';
import { readHush } from '../../../src/conversation/words/hush-words.ts';
import { isOneOf } from '../../../src/customers/hand-emoji.ts';

test.each([
  ['quiet in this thread', 'quiet'],
  ['Please stay out of this thread', 'quiet'],
  ['don’t answer in this thread, we sort it out ourselves', 'quiet'],
  ['Bitte ruhig in diesem Thread', 'quiet'],
  ['silence dans ce fil, merci', 'quiet'],
  ['silencio en este hilo', 'quiet'],
  ['silêncio nesta conversa', 'quiet'],
  ['このスレッドでは静かに', 'quiet'],
  ['🔇', 'quiet'],
  ['you can speak in this thread again', 'speak'],
  ['no need to be quiet any more', 'speak'],
  ['why is it quiet in this thread?', null],
  ['it is very quiet here today', null],
  ['the thread is about the ledger', null],
])('"%s" is heard as %s', (text, hush) => {
  expect(readHush(text)).toBe(hush);
});

test.each([
  [['raised_hand'], 'raised_hand::skin-tone-2', true],
  [[':Raised_Hand:'], 'raised_hand', true],
  [['🙋'], '1f64b_happypersonraisinghand', true],
  [['🙋'], '🙋', true],
  [['raised_hand'], 'eyes', false],
  [[], 'raised_hand', false],
])('of %j, %s is one: %s', (emoji, told, isIt) => {
  expect(isOneOf(emoji, told)).toBe(isIt);
});
