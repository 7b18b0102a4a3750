import { expect, test } from '@jest/globals';
import { isReferenceRefused } from '../../../src/conversation/words/reference-words.ts';

test.each([
  ['You can no longer name us', true],
  ["please don't use me as a reference any more", true],
  ['We changed hands. Please stop naming us.', true],
  ['we no longer want to be a reference', true],
  ['take us off your list of references', true],
  ['I can not find the reference in the invoice', false],
  ['take the reference number from the mail', false],
  ["don't forget the reference to the ticket", false],
  ['you can name us', false],
  ['you may not use the old labels', false],
  ['stop', false],
  ['Wir sind keine Referenz mehr', true],
  ['nous ne voulons plus être une référence', true],
  ['Ya no queremos ser referencia', true],
  ['Não queremos mais ser referência', true],
  ['não encontro a referência da fatura, nada funciona', false],
  ['ya no aparece la referencia del pedido', false],
  ['auf der Rechnung steht keine Referenz', false],
  ["il n'y a plus de référence sur la facture", false],
])('"%s" takes a reference back: %s', (text, isBack) =>
  expect(isReferenceRefused(text)).toBe(isBack),
);
