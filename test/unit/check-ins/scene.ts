import type { CheckIn } from '../../../src/check-ins/asking/check-in.ts';
import type { Cadence } from '../../../src/check-ins/cadence/cadence.ts';
import type { Scene } from '../../../src/check-ins/cadence/scene.ts';
import type { Surroundings } from '../../../src/check-ins/cadence/verdict.ts';
import { assess } from '../../../src/confidence/assessment.ts';
import type { Evidence } from '../../../src/confidence/evidence.ts';
import { outlookOf } from '../../../src/confidence/outlook.ts';
import type { Customer } from '../../../src/customers/customer.ts';
import { day, plus } from '../../../src/shared/time.ts';
import type { Transition } from '../../../src/transitions/transition.ts';

export const newYork: Customer = {
  id: 'northwind',
  name: 'Northwind',
  timeZone: 'America/New_York',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
  leaderId: 'lead-1',
  askedId: null,
  memberIds: [],
  advocateId: 'adv-1',
  backupId: null,
  salesId: null,
  managerId: 'mgr-1',
  escalationId: 'default',
  brief: '',
  words: { systems: [], sites: [], products: [], people: [] },
};

const transition: Transition = {
  id: 'northwind/erp',
  key: 'erp',
  customerId: 'northwind',
  kind: 'go-live',
  name: 'ERP go-live',
  windowFrom: new Date('2026-03-06T18:00:00-05:00'),
  windowUntil: new Date('2026-03-07T06:00:00-05:00'),
  phase: 'settling',
  phaseSince: new Date('2026-03-07T06:00:00-05:00'),
  heldReason: null,
  proposedAt: null,
};

const cadence: Cadence = {
  transitionId: 'northwind/erp',
  customerId: 'northwind',
  rung: '1d',
  boundMin: null,
  boundMax: null,
  closeness: 0.5,
  pinned: false,
  pinnedRung: null,
  pausedUntil: null,
  stopped: false,
  notBefore: null,
  fixedTime: null,
  setBy: null,
  setWhy: null,
  restingSince: null,
  restAttempt: null,
  lastAskedAt: null,
  lastReason: '',
  nextSeq: 1,
  dueAt: null,
  phase: 'settling',
  previousRung: null,
  toldRung: '1d',
  notQuicker: null,
  notSlower: null,
  heardAt: null,
  dueFor: 'slot',
};

export interface Overrides {
  readonly cadence?: Partial<Cadence>;
  readonly transition?: Partial<Transition>;
  readonly customer?: Partial<Customer>;
  readonly evidence?: readonly Evidence[];
  readonly usualTime?: string;
  readonly isUnderway?: boolean;
}

/** A settling go-live of a New York customer, as it stands at `now`, with whatever is different. */
export function sceneAt(now: Date, overrides: Overrides = {}): Scene {
  const customer = { ...newYork, ...overrides.customer };
  const change = { ...transition, ...overrides.transition };
  const evidence = overrides.evidence ?? [];
  const { kind, windowFrom, windowUntil, phase } = change;
  const outlook = outlookOf({ kind, windowFrom, windowUntil, isLive: phase === 'live' }, customer, {
    from: plus(windowFrom, -14 * day),
    until: plus(now > windowUntil ? now : windowUntil, 30 * day),
    now,
  });
  return {
    cadence: { ...cadence, phase, ...overrides.cadence },
    transition: change,
    customer,
    outlook,
    evidence,
    assessment: assess(outlook, { evidence, customer }, now),
    isUnderway: overrides.isUnderway ?? false,
    usualTime: overrides.usualTime ?? '10:00',
  };
}

export const live = { phase: 'live', phaseSince: transition.windowFrom } as const;

export const clear: Surroundings = {
  hasOpenCheckIn: false,
  hasOpenPage: false,
  hasPlace: true,
  unprompted: { today: 0, lastAt: null },
  isFollowedUp: false,
  milestoneAt: null,
  silenceClosedAt: null,
  wentOnAt: null,
};

export function checkIn(overrides: Partial<CheckIn> = {}): CheckIn {
  return {
    id: 'c-1',
    transitionId: 'northwind/erp',
    customerId: 'northwind',
    seq: 1,
    state: 'asked',
    rung: '1d',
    plannedFor: new Date('2026-03-09T14:00:00Z'),
    askedAt: new Date('2026-03-09T14:00:00Z'),
    repeatedAt: null,
    answeredAt: null,
    answeredById: null,
    answer: null,
    words: null,
    reason: null,
    mayRepeat: true,
    dueAt: new Date('2026-03-10T14:00:00Z'),
    ...overrides,
  };
}
