import { describe, expect, test } from '@jest/globals';
import { people, readActRows } from '../../../bench/understanding/act-rows.ts';
import { readRows, readTraining } from '../../../bench/understanding/rows.ts';
import { actsMadeFrom, madeFrom } from '../../../bench/understanding/sources.ts';
import { actTuning } from '../../../src/understanding/acts/act-tuning.ts';
import { actWeights } from '../../../src/understanding/acts/act-weights.ts';
import { readAct } from '../../../src/understanding/acts/read-act.ts';
import { tuning } from '../../../src/understanding/tuning.ts';
import { understand } from '../../../src/understanding/understand.ts';
import { weights } from '../../../src/understanding/weights.ts';

describe('the shipped weights', () => {
  test('were made from the data, tables and code beside them (else: npm run train)', () => {
    expect(tuning.madeFrom).toBe(madeFrom());
  });

  test('are at most 2 MB as shipped', () => {
    expect(weights.length).toBeLessThan(2_000_000);
  });

  test.each([
    ['the ledger is down, nobody can post', 'help', true],
    ['bei uns geht nichts mehr, kein Mitarbeiter kommt ins System', 'help', true],
    ['tout est en panne, personne ne peut travailler', 'help', true],
    ['el sistema está caído, nadie puede facturar', 'help', true],
    ['o sistema caiu, ninguém consegue trabalhar', 'help', true],
    ['システムが落ちて誰も仕事ができません', 'help', true],
    ["what's next?", 'next', false],
    ['who is on call tonight?', 'who', false],
    ['thanks, all good', 'thanks', false],
    ['please stop sending me messages', 'stop', false],
  ])('read %j as %s', (text, intent, urgent) => {
    expect(understand(text)).toMatchObject({ intent, urgent });
  });
});

describe('the weights of what a message does', () => {
  test('were made from the data, tables and code beside them (else: npm run train)', () => {
    expect(actTuning.madeFrom).toBe(actsMadeFrom());
  });

  test('are at most 2 MB as shipped', () => {
    expect(actWeights.length).toBeLessThan(2_000_000);
  });

  test.each([
    ['what comes after the copying, my brain is soup', 'plan'],
    ['false alarm, so sorry, tell your people to stay in bed', 'over'],
    ['give me a nudge when the balances are across', 'notice'],
    ['Grace, did you lock the stock room?', 'colleague'],
    ['wer liest hier eigentlich mit?', 'readers'],
    ["combien ça coûterait d'ajouter un module ?", 'sales'],
    ['avísame cuando esté abierto el libro nuevo', 'notice'],
  ])('read %j as %s', (text, act) => {
    expect(readAct(text, people)).toMatchObject({ act });
  });
});

describe('the evaluation', () => {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();

  test('shares no row with the training, whatever its capitals and marks', () => {
    const { written, framed } = readTraining();
    const known = new Set([...written, ...framed].map(({ text }) => fold(text)));
    const shared = ['practice', 'held-out'].flatMap(set =>
      readRows(`bench/understanding/${set}.jsonl`).filter(({ text }) => known.has(fold(text))),
    );
    // Only how many: the held-out rows are for nobody's eyes.
    expect(shared.length).toBe(0);
  });

  test('shares no row with what the acts are learned from', () => {
    const known = new Set(readActRows().map(({ text }) => fold(text)));
    const shared = ['practice', 'held-out'].flatMap(set =>
      readRows(`bench/understanding/${set}.jsonl`).filter(({ text }) => known.has(fold(text))),
    );
    expect(shared.length).toBe(0);
  });

  test('has training of at least 2,500 written messages, each once', () => {
    const { written } = readTraining();
    expect(written.length).toBeGreaterThan(2_500);
  });
});
