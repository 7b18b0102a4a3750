import { describe, expect, test } from '@jest/globals';
import type { TransitionKind } from '../../../src/confidence/policy.ts';
import { plus } from '../../../src/shared/time.ts';
import type { Milestone } from '../../../src/transitions/milestone.ts';
import { nextMorning, type PhaseLook, phaseStep } from '../../../src/transitions/phase.ts';
import type { Transition } from '../../../src/transitions/transition.ts';

const customer = {
  timeZone: 'America/New_York',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: ['2026-04-03'] },
};

const windowFrom = new Date('2026-03-06T23:00:00Z');
const windowUntil = new Date('2026-03-07T11:00:00Z');

function transition(over: Partial<Transition> = {}): Transition {
  return {
    id: 't',
    key: 't',
    customerId: 'northwind',
    kind: 'go-live',
    name: 'ERP go-live',
    windowFrom,
    windowUntil,
    phase: 'preparing',
    phaseSince: new Date('2026-03-01T00:00:00Z'),
    heldReason: null,
    proposedAt: null,
    ...over,
  };
}

function milestone(over: Partial<Milestone> = {}): Milestone {
  return {
    id: 'm',
    key: 'm',
    transitionId: 't',
    customerId: 'northwind',
    name: 'Open the new ledger',
    position: 0,
    plannedFrom: new Date('2026-03-07T06:00:00Z'),
    plannedUntil: new Date('2026-03-07T07:00:00Z'),
    state: 'done',
    startedAt: new Date('2026-03-07T06:00:00Z'),
    endedAt: new Date('2026-03-07T07:00:00Z'),
    ...over,
  };
}

const ready = {
  confidence: 0.9,
  open: [],
  answers: ['good', 'good', 'good'],
  lastAskedAt: null,
  isQuiet: false,
};

function look(over: Partial<PhaseLook> = {}): PhaseLook {
  return { transition: transition(), milestones: [], readiness: ready, customer, ...over };
}

describe('preparing becomes live when the window opens', () => {
  test.each([
    [-1, { kind: 'wait', lookAt: windowFrom }],
    [0, { kind: 'change', to: 'live', since: windowFrom }],
    [1, { kind: 'change', to: 'live', since: windowFrom }],
  ])('%i ms from the opening', (off, expected) => {
    expect(phaseStep(look(), plus(windowFrom, off))).toEqual(expected);
  });
});

describe('live becomes settling when the window ends and nothing is left running', () => {
  const live = transition({ phase: 'live', phaseSince: windowFrom });

  test.each([
    [-1, { kind: 'wait', lookAt: windowUntil }],
    [0, { kind: 'change', to: 'settling', since: windowUntil }],
    [1, { kind: 'change', to: 'settling', since: windowUntil }],
  ])('%i ms from the end', (off, expected) => {
    const seen = look({ transition: live, milestones: [milestone()] });
    expect(phaseStep(seen, plus(windowUntil, off))).toEqual(expected);
  });

  test.each(['underway', 'late'] as const)('a step that is %s keeps it open', state => {
    const seen = look({ transition: live, milestones: [milestone({ state, endedAt: null })] });
    expect(phaseStep(seen, windowUntil)).toMatchObject({
      kind: 'hold',
      reason: 'The window is over, but "Open the new ledger" is not settled yet.',
    });
  });

  test('a step nobody reported keeps it open until its own end, and not beyond', () => {
    const end = plus(windowUntil, 60_000);
    const due = milestone({ state: 'planned', endedAt: null, startedAt: null, plannedUntil: end });
    const seen = look({ transition: live, milestones: [due] });
    expect(phaseStep(seen, windowUntil)).toMatchObject({ kind: 'hold', lookAt: end });
    expect(phaseStep(seen, plus(end, -1)).kind).toBe('hold');
    expect(phaseStep(seen, end)).toEqual({ kind: 'change', to: 'settling', since: windowUntil });
  });

  test('a step planned for later does not keep it open', () => {
    const later = milestone({
      state: 'planned',
      endedAt: null,
      startedAt: null,
      plannedFrom: plus(windowUntil, 1),
      plannedUntil: plus(windowUntil, 2),
    });
    expect(phaseStep(look({ transition: live, milestones: [later] }), windowUntil).kind).toBe(
      'change',
    );
  });

  test('what waits behind a rolled-back step does not keep it open', () => {
    const back = milestone({ state: 'rolled-back', position: 0 });
    const held = milestone({ state: 'planned', position: 1, endedAt: null });
    const seen = look({ transition: live, milestones: [back, held] });
    expect(phaseStep(seen, windowUntil).kind).toBe('change');
  });

  test('settling begins when the last step settled, if that was after the window', () => {
    const endedAt = plus(windowUntil, 90 * 60_000);
    const seen = look({ transition: live, milestones: [milestone({ endedAt })] });
    expect(phaseStep(seen, plus(endedAt, 5))).toEqual({
      kind: 'change',
      to: 'settling',
      since: endedAt,
    });
  });
});

describe('settling becomes steady after the time of its kind', () => {
  const days: [TransitionKind, number][] = [
    ['go-live', 14],
    ['upgrade', 7],
    ['outsourcing', 30],
    ['new-method', 14],
  ];

  test.each(days)('%s settles for %i days', (kind, count) => {
    const settling = transition({ kind, phase: 'settling', phaseSince: windowUntil });
    const over = plus(windowUntil, count * 86_400_000);
    const at = (now: Date) => phaseStep(look({ transition: settling }), now);
    expect(at(plus(over, -1))).toEqual({ kind: 'wait', lookAt: over });
    expect(at(over)).toEqual({ kind: 'change', to: 'steady', since: over });
  });

  const settling = transition({ phase: 'settling', phaseSince: windowUntil });
  const over = plus(windowUntil, 14 * 86_400_000);

  test.each([
    [0.59, 'hold'],
    [0.6, 'change'],
    [0.61, 'change'],
  ])('at confidence %f it takes the step "%s"', (confidence, kind) => {
    const seen = look({ transition: settling, readiness: { ...ready, confidence } });
    expect(phaseStep(seen, over).kind).toBe(kind);
  });

  test('it waits with every reason and looks again on the next working morning', () => {
    const readiness = { ...ready, confidence: 0.41, open: ['A page is open.'] };
    // 21 March is a Saturday; New York changed its clocks on the 8th.
    expect(phaseStep(look({ transition: settling, readiness }), over)).toEqual({
      kind: 'hold',
      reason: 'Confidence is guarded (41 %); it takes 60 %. A page is open.',
      lookAt: new Date('2026-03-23T13:00:00Z'),
    });
  });
});

describe('steady proposes to end when the customer stands on its own', () => {
  const steady = transition({ phase: 'steady', phaseSince: new Date('2026-03-21T11:00:00Z') });
  const morning = new Date('2026-03-30T13:00:00Z');
  const next = new Date('2026-03-31T13:00:00Z');
  const at = (readiness: Partial<typeof ready>, now = morning, over: Partial<Transition> = {}) =>
    phaseStep(
      look({ transition: { ...steady, ...over }, readiness: { ...ready, ...readiness } }),
      now,
    );

  test('with its reasons', () => {
    expect(at({})).toEqual({
      kind: 'propose',
      why: 'Steady (90 %), nothing open, the last three answers good, steady for nine days.',
      lookAt: next,
    });
  });

  test.each([
    ['confidence is just short', { confidence: 0.849 }],
    ['something is open', { open: ['A promise is open.'] }],
    ['one of the last three answers was not good', { answers: ['good', 'fine', 'good'] }],
    ['there are only two answers', { answers: ['good', 'good'] }],
    ['a question waits, or the check-ins rest', { isQuiet: true }],
    ['it was asked something today', { lastAskedAt: new Date('2026-03-30T12:59:00Z') }],
  ] as [string, Partial<typeof ready>][])('not while %s', (_, readiness) => {
    expect(at(readiness)).toEqual({ kind: 'wait', lookAt: next });
  });

  test('at 0.85 exactly, yes', () => {
    expect(at({ confidence: 0.85 }).kind).toBe('propose');
  });

  test('not at night: it waits for the working day', () => {
    expect(at({}, new Date('2026-03-30T02:00:00Z'))).toEqual({ kind: 'wait', lookAt: morning });
  });

  test('again only four weeks after the last proposal', () => {
    const proposedAt = plus(morning, -28 * 86_400_000);
    expect(at({}, morning, { proposedAt: plus(proposedAt, 1) }).kind).toBe('wait');
    expect(at({}, morning, { proposedAt }).kind).toBe('propose');
  });
});

test('a graduated transition is not looked at again', () => {
  const seen = look({ transition: transition({ phase: 'graduated' }) });
  expect(phaseStep(seen, windowUntil)).toEqual({ kind: 'wait', lookAt: null });
});

describe('the next working morning', () => {
  test.each([
    ['before work it is tomorrow all the same', '2026-03-30T05:00:00Z', '2026-03-31T13:00:00Z'],
    ['over a weekend', '2026-03-27T18:00:00Z', '2026-03-30T13:00:00Z'],
    ['over the change to summer time', '2026-03-06T18:00:00Z', '2026-03-09T13:00:00Z'],
    ['over a holiday and a weekend', '2026-04-02T18:00:00Z', '2026-04-06T13:00:00Z'],
  ])('%s', (_, now, expected) => {
    expect(nextMorning(new Date(now), customer).toISOString()).toBe(
      new Date(expected).toISOString(),
    );
  });
});
