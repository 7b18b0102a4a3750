import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConcern } from '../../../src/conversation/words/concern.ts';
import { readHumanWish } from '../../../src/conversation/words/human-wish.ts';
import { readMood } from '../../../src/conversation/words/mood-words.ts';
import { readOutcome } from '../../../src/conversation/words/outcome-words.ts';
import { readRequest } from '../../../src/conversation/words/request.ts';
import { readSelfQuestion } from '../../../src/conversation/words/self-question.ts';
import { twoThoughts } from '../../../src/conversation/words/two-thoughts.ts';
import { readWatch } from '../../../src/conversation/words/watch-words.ts';
import type { NamedPerson } from '../../../src/understanding/speech/speech.ts';

interface Kind {
  must: string;
  says: string[];
}

const mood = (text: string) => readMood(text);
const outcome = (text: string) => readOutcome(text);

const people: readonly NamedPerson[] = [
  { id: 'adv-1', name: 'Nora Whitfield', side: 'ours' },
  { id: 'adv-2', name: 'Tom Adeyemi', side: 'ours' },
  { id: 'eng-1', name: 'Idris Bello', side: 'ours' },
  { id: 'lead-1', name: 'Daniel Reyes', side: 'theirs' },
  { id: 'member-1', name: 'Grace Kim', side: 'theirs' },
  { id: 'member-2', name: 'Ben Ito', side: 'theirs' },
];
const wish = (text: string) => readHumanWish(text, people);

const request = (text: string) => readRequest(text, people)?.kind;

/** What each kind of `test/fixtures/heard` must be read as, where the words alone decide it. */
const readings: Readonly<Record<string, (text: string) => unknown>> = {
  'not-good': text => ['worried', 'unclear', 'fine'].includes(mood(text) ?? ''),
  good: text => mood(text) === 'good',
  worried: text => mood(text) === 'worried',
  reopens: text => outcome(text) === 'unsolved',
  closes: text => outcome(text) === 'solved',
  asks: text => outcome(text) === 'unclear',
  calls: text => wish(text) === 'now',
  'calls-nobody': text => wish(text) === 'nobody',
  manager: text => wish(text) === 'manager',
  'call-back': text => wish(text) === 'call-back',
  takes: text => readWatch(text, people)?.kind === 'takes',
  passes: text => readWatch(text, people)?.kind === 'passes',
  'still-rings': text => readWatch(text, people) === null,
  notice: text => request(text) === 'notice',
  'told-anyway': text => request(text) === 'told-anyway',
  'asks-another': text => request(text) === 'asks-another',
  advocates: text => request(text) === 'advocates',
  weekly: text => request(text) === 'rhythm',
  less: text => request(text) === 'rhythm',
  handed: text => readConcern(text) !== null,
  'about-bot': text => readSelfQuestion(text) === 'what',
  'about-readers': text => readSelfQuestion(text) === 'readers',
  'about-me': text => readSelfQuestion(text) === 'memory',
  'forget-me': text => readSelfQuestion(text) === 'forget',
  both: text => twoThoughts(text)?.asked.endsWith('?'),
};

describe.each(['examples', 'variants'])('the %s of what is misheard', set => {
  const kinds: Kind[] = parse(readFileSync(`test/fixtures/heard/${set}.yaml`, 'utf8'), {
    schema: 'failsafe',
  });

  describe.each(kinds.filter(({ must }) => readings[must]))('$must', ({ must, says }) => {
    test.each(says)('%s', text => {
      expect(readings[must]?.(text)).toBeTruthy();
    });
  });
});

test.each([
  'good morning',
  'guten Abend',
  'bonne soirée',
  'buenas noches',
  'bom dia',
  'good question',
])('"%s" praises nothing and answers nothing', text => {
  expect([readMood(text), readOutcome(text)]).toEqual([null, null]);
});

test.each([
  ["I'd be lying if I said it was good", 'unclear'],
  ['never better', 'good'],
  ['no idea, I was away', 'unclear'],
  ["don't worry, all good", 'good'],
  ['pas mal du tout', 'good'],
  ["it isn't as bad as I feared", 'good'],
])('to "how is it looking?", "%s" is %s', (text, read) => {
  expect(readMood(text)).toBe(read);
});

test.each([
  ['yes and no', 'unclear'],
  ['it works, thanks, but very slowly', 'unclear'],
  ['works for me, not for Grace', 'unclear'],
  ['funktioniert, aber nur bei mir', 'unclear'],
  ["I can't tell, I'm at home", 'unclear'],
  ['still waiting', 'unclear'],
  ['it was fine for five minutes and then broke again', 'unsolved'],
  ['funktioniert immer noch nicht', 'unsolved'],
  ['the error is gone', 'solved'],
  ['it works, no more errors', 'solved'],
])('to "did that do it?", "%s" is %s', (text, read) => {
  expect(readOutcome(text)).toBe(read);
});

test.each([
  ['I can take it in ten minutes', { kind: 'takes' }],
  ['Tom can take this', { kind: 'passes', toId: 'adv-2' }],
  ['Tom has it', { kind: 'passes', toId: 'adv-2' }],
  ['looking with Tom', { kind: 'takes' }],
])('of whoever was woken, "%s" is %o', (text, read) => {
  expect(readWatch(text, people)).toEqual(read);
});
