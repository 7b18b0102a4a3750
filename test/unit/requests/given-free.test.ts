import { expect, test } from '@jest/globals';
import { isGivenFree } from '../../../src/requests/free.ts';
import type { CustomersWork } from '../../../src/requests/service-request.ts';

const work = (title: string, amountMinor = 0): CustomersWork => ({
  externalId: 'SR-1',
  customerId: 'northwind',
  by: 'Idris Bello',
  title,
  notes: [],
  minutes: 30,
  role: 'technician',
  closedAt: new Date('2026-03-10T10:00:00Z'),
  amountMinor,
});

test.each([
  ['Set the clock at the gate, no charge', true],
  ['Redone without charge', true],
  ['Changed the label roll; not charged', true],
  ['Neuer Toner, ohne Berechnung', true],
  ['Laptop trolley B does not charge, replaced the lead', false],
  ['The scanner has no charge after a night in its cradle', false],
  ['The handheld was not charged, new cradle fitted', false],
  ['Phone shows no charge, new cable', false],
])('"%s", sent at nothing, is given away: %s', (title, isGiven) =>
  expect(isGivenFree(work(title))).toBe(isGiven),
);

test('what has a price is not given away by its words', () =>
  expect(isGivenFree(work('no charge', 4800))).toBe(false));
