import { expect, test } from '@jest/globals';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { hour, minute, plus } from '../../../src/shared/time.ts';
import { closingCard, openingCard, type Window } from '../../../src/situation/window-card.ts';
import type { Milestone } from '../../../src/transitions/milestone.ts';
import type { Transition } from '../../../src/transitions/transition.ts';

const from = new Date('2026-03-06T23:00:00Z');
const until = plus(from, 12 * hour);

const transition: Transition = {
  id: 'erp',
  key: 'erp',
  customerId: 'northwind',
  kind: 'go-live',
  name: 'ERP go-live',
  windowFrom: from,
  windowUntil: until,
  phase: 'settling',
  phaseSince: until,
  heldReason: null,
  proposedAt: null,
};

function step(name: string, begins: number, over: Partial<Milestone> = {}): Milestone {
  const plannedFrom = plus(from, begins * hour);
  return {
    id: name,
    key: name,
    transitionId: 'erp',
    customerId: 'northwind',
    name,
    position: begins,
    plannedFrom,
    plannedUntil: plus(plannedFrom, hour),
    state: 'planned',
    startedAt: null,
    endedAt: null,
    ...over,
  };
}

const done = (name: string, begins: number, lateBy = 0) => {
  const startedAt = plus(from, begins * hour);
  const endedAt = plus(startedAt, hour + lateBy);
  return step(name, begins, { state: 'done', startedAt, endedAt });
};

const read = (card: ReturnType<typeof closingCard>) =>
  plainText(card, { timeZone: 'UTC', now: until });

const window = (...milestones: Milestone[]): Window => ({
  transition,
  milestones,
  duty: { advocateName: 'Nora Whitfield', advocateBackAt: null, onCall: null },
  now: until,
});

test('the end says what was done, and what ran late with both times', () => {
  const text = read(closingCard(window(done('Backup', 0), done('Copy', 1, 40 * minute))));
  expect(text).toContain('The ERP go-live: every step is done');
  expect(text).toMatch(/Done: Backup .*00:00/);
  expect(text).toMatch(/Done late: Copy .*01:40 instead of .*01:00/);
  expect(text).toContain('With you: Nora Whitfield');
});

test('of a night in which nobody reported anything it says that, and not that anything was late or is open', () => {
  const text = read(closingCard(window(step('Backup', 0), step('Copy', 1))));
  expect(text).toContain('The window of the ERP go-live is over');
  expect(text).toContain('Not reported done: Backup · Copy');
  expect(text).not.toMatch(/late|Open|Done:/);
});

test('a step that was called off was not done, and is not said to be', () => {
  const off = step('Copy', 1, { state: 'cancelled' });
  const text = read(closingCard(window(done('Backup', 0), off)));
  expect(text).toContain('The window of the ERP go-live is over');
  expect(text).not.toContain('every step is done');
});

test('what was taken back and what is still to come stand by themselves', () => {
  const taken = step('Open the ledger', 3, { state: 'rolled-back' });
  const text = read(closingCard(window(done('Backup', 0), taken, step('Month-end', 240))));
  expect(text).toContain('Rolled back: Open the ledger');
  expect(text).toMatch(/Still to come: .*Month-end/);
  expect(text).not.toContain('every step is done');
});

test('the beginning names the plan and who is there, and no more steps than can be read', () => {
  const steps = Array.from({ length: 15 }, (_, n) => step(`Step ${n}`, n));
  const text = read(openingCard(window(...steps)));
  expect(text).toContain('The ERP go-live begins');
  expect(text).toMatch(/Step 11 · and 3 more/);
  expect(text).not.toContain('Step 12');
  expect(text).toMatch(/Until: .*11:00, by the plan\./);
});

test('the end says nothing of a step that was over before the window, as one taken as done by its plan', () => {
  const rehearsal = done('Rehearsal', -50);
  const unreported = step('Backup', 0);
  expect(read(closingCard(window(rehearsal, unreported)))).not.toMatch(/Rehearsal|Done/);
  expect(read(closingCard(window(rehearsal, done('Backup', 0))))).toMatch(/every step is done/);
});
