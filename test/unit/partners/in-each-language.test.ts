import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { isCallingOff } from '../../../src/conversation/words/calling-off.ts';
import { type Span, shared } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { inLanguage, labelFor } from '../../../src/delivery/in-language.ts';
import { phraseLanguages } from '../../../src/delivery/phrases/phrase.ts';

const desk = 'src/conversation/partner-desk';
const files = [
  ...readdirSync(desk).map(name => `${desk}/${name}`),
  'src/partners/matter.ts',
  'src/paging/show/partner-card.ts',
  'src/paging/owner/partner-owner.ts',
  'src/transitions/colleague-card.ts',
];

/** Every text that is written for a partner's people, as the source has it, with a name for each value in it. */
const written = files.flatMap(file =>
  [...readFileSync(file, 'utf8').matchAll(/shared`([^`]*)`/g)].map(([, text = '']) => text),
);
const textOf = (source: string) => {
  const spans = source
    .split(/(\$\{(?:[^{}]|\{[^{}]*\})*\})/)
    .filter(part => part !== '')
    .map(
      (part): Span =>
        part.startsWith('${') ? { kind: 'words', text: 'Ada' } : { kind: 'text', text: part },
    );
  return { ...shared`x`, spans };
};

test.each(phraseLanguages)('everything a partner is told has words in %s', language => {
  expect(written.length).toBeGreaterThan(40);
  const half = written.filter(source => {
    const card = sharedCard('answer', null, { body: [textOf(source)] });
    return inLanguage(card, language) === null;
  });
  expect(half).toEqual([]);
  for (const label of ['I have it', 'Hand back', 'Still on it'])
    expect(labelFor(label, language)).not.toBe(label);
});

test.each([
  ['false alarm', true],
  ['call it off please', true],
  ['never mind, it works again', true],
  ['Fehlalarm, alles gut', true],
  ['fausse alerte', true],
  ['falsa alarma, ya funciona', true],
  ['alarme falso', true],
  ['間違いでした', true],
  ['is it a false alarm?', false],
  ['it is not fixed, we need somebody', false],
  ['the printers are down', false],
  ['Northwind', false],
  ['Cancel nothing, we still need you', false],
  ['cancel orders are going through twice', false],
  ['call them back', false],
  ['take them back please, they are at the door', false],
  ['it works again at Lakeside, not at Northwind', false],
  ['works again but we lost orders', false],
  ['the error is back', false],
  ['false alarm was my first thought, but it is real', false],
  ['false alarm from me before, now it really stopped', false],
  ['Fehlalarm war es nicht', false],
  ['falsa alarma no, es de verdad', false],
  ['cancel that, wrong channel', true],
  ['should I call it off?', false],
])('“%s” calls off what was cried before: %s', (text, isOff) => {
  expect(isCallingOff(text)).toBe(isOff);
});
