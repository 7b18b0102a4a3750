import type { Speech } from '../../understanding/speech/speech.ts';
import { wordSet } from './word-set.ts';

const modals = wordSet('can could may should shall must');
const openers = wordSet('and so but or then ok okay please hey hi when also');
const fillers = wordSet(
  'already still just now at least all also maybe my our the safely actually really even',
);
const theirs = wordSet(
  'we i people users everybody everyone colleagues staff team teams shop shops office drivers nurses guys folks customers warehouse stores clerks cashiers doctors accountants',
);
/** "Should" asks for leave whoever is named behind it, but for these. */
const notTheirs = wordSet('you it this that there be');
/** What one does with us rather than with the system. */
const withUs = wordSet(
  'have get see know talk speak hear ask expect call meet chat be reach add move postpone push shift delay change schedule make need help trust rely count go come tell say show read find invite include stop skip pause agree discuss request order buy upgrade assume worry do',
);

/**
 * "Should Grace start testing now?", "can people keep using the old one until you're done?": whether somebody of theirs may
 * or should do something. What they would do with us ("can we talk", "could I get a report") is no such question. English
 * alone: elsewhere the words for leave are few, and stand in the tables.
 */
export function isMayQuestion({ tokens, language }: Speech): boolean {
  if (language !== 'en') return false;
  return tokens.some(({ word, sentence }, at) => {
    const before = tokens[at - 1];
    const isFirst = before?.sentence !== sentence || openers.has(before.word);
    if (!isFirst || !modals.has(word)) return false;
    const [who, doing] = tokens
      .slice(at + 1)
      .filter(each => each.sentence === sentence && !fillers.has(each.word));
    if (!who || !doing || withUs.has(doing.word)) return false;
    return theirs.has(who.word) || (word === 'should' && !notTheirs.has(who.word));
  });
}
