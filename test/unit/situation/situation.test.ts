import { describe, expect, test } from '@jest/globals';
import { plainSpans, plainText } from '../../../src/delivery/plain-text.ts';
import { plus } from '../../../src/shared/time.ts';
import { foldSituation, isNews, type Known } from '../../../src/situation/situation.ts';
import { dutyText, situationCard } from '../../../src/situation/situation-card.ts';
import type { SharedEvent } from '../../../src/timeline/event.ts';
import type { Milestone } from '../../../src/transitions/milestone.ts';
import type { Transition } from '../../../src/transitions/transition.ts';
import { written } from '../../harness/written.ts';

const minute = 60_000;
const now = new Date('2026-03-07T01:00:00Z');
const reader = { timeZone: 'America/New_York', now };
const nobody = { advocateName: 'Ada', advocateBackAt: null, onCall: null };

function transition(over: Partial<Transition> = {}): Transition {
  return {
    id: 'erp',
    key: 'erp',
    customerId: 'northwind',
    kind: 'go-live',
    name: 'ERP go-live',
    windowFrom: new Date('2026-03-06T23:00:00Z'),
    windowUntil: new Date('2026-03-07T11:00:00Z'),
    phase: 'live',
    phaseSince: new Date('2026-03-06T23:00:00Z'),
    heldReason: null,
    proposedAt: null,
    ...over,
  };
}

function milestone(over: Partial<Milestone> = {}): Milestone {
  return {
    id: 'copy',
    key: 'copy',
    transitionId: 'erp',
    customerId: 'northwind',
    name: 'Copy the balances',
    position: 0,
    plannedFrom: new Date('2026-03-07T00:00:00Z'),
    plannedUntil: new Date('2026-03-07T04:00:00Z'),
    state: 'planned',
    startedAt: null,
    endedAt: null,
    ...over,
  };
}

let facts = 0;
function fact(minutesAgo: number, over: Partial<SharedEvent> = {}): SharedEvent {
  facts += 1;
  return {
    id: `fact-${facts}`,
    customerId: 'northwind',
    transitionId: null,
    kind: 'note',
    visibility: 'shared',
    at: plus(now, -minutesAgo * minute),
    authorId: 'adv-1',
    text: written('All is well'),
    data: {},
    ...over,
  };
}

function known(over: Partial<Known> = {}): Known {
  return {
    customerId: 'northwind',
    transitions: [transition()],
    milestones: [],
    sharedEvents: [fact(5)],
    duty: nobody,
    promises: [],
    page: null,
    completed: null,
    now,
    ...over,
  };
}

function read(over: Partial<Known> = {}): string {
  return plainText(situationCard(foldSituation(known(over)), null), reader);
}

describe('what is stale', () => {
  test.each([
    [29, 'fresh'],
    [30, 'fresh'],
    [30 + 1 / 60, 'stale'],
  ])('news %f minutes old is %s', (minutesAgo, kind) => {
    expect(foldSituation(known({ sharedEvents: [fact(minutesAgo)] })).freshness.kind).toBe(kind);
  });

  test('outside the window nothing is stale', () => {
    const settling = [transition({ phase: 'settling' })];
    const old = known({ transitions: settling, sharedEvents: [fact(5_000)] });
    expect(foldSituation(old).freshness).toMatchObject({ kind: 'fresh' });
  });

  test('the window itself starts the clock: what came days before it is no reason to complain', () => {
    const opened = [transition({ phaseSince: plus(now, -5 * minute) })];
    const early = known({ transitions: opened, sharedEvents: [fact(5_000)] });
    expect(foldSituation(early).freshness.kind).toBe('fresh');
  });

  test('what the clock concluded, and our own bookkeeping, is no news', () => {
    const late = fact(1, { kind: 'milestone.late', data: { automatic: true } });
    expect(isNews(late)).toBe(false);
    expect(isNews(fact(1, { kind: 'check-in.asked' }))).toBe(false);
    expect(isNews(fact(1, { kind: 'milestone.late', data: {} }))).toBe(true);
    expect(isNews(fact(1, { kind: 'page.updated' }))).toBe(true);
    expect(foldSituation(known({ sharedEvents: [late, fact(45)] })).freshness).toMatchObject({
      kind: 'stale',
    });
  });

  test('without any news it says since when, and does not invent any', () => {
    expect(read({ sharedEvents: [] })).toContain(
      "I have had no news since the window opened at 18:00. That is two hours, so I won't guess.",
    );
  });

  test('a stale answer never says that something is on time', () => {
    const underway = milestone({ state: 'underway', startedAt: plus(now, -60 * minute) });
    const fresh = read({ milestones: [underway] });
    const stale = read({ milestones: [underway], sharedEvents: [fact(45)] });
    expect(fresh).toContain(
      'Now: ⏳ Copy the balances, since 19:00. Planned to finish 23:00, on time.',
    );
    expect(stale).toContain(
      'Last known: ⏳ Copy the balances, since 19:00. Planned to finish 23:00.\n',
    );
  });
});

describe('what it says', () => {
  test('of several transitions each is named', () => {
    const other = transition({
      id: 'crm',
      name: 'CRM upgrade',
      phase: 'preparing',
      windowFrom: new Date('2026-03-09T13:00:00Z'),
      windowUntil: new Date('2026-03-09T15:00:00Z'),
    });
    const text = read({
      transitions: [transition(), other],
      milestones: [milestone({ state: 'underway', startedAt: plus(now, -60 * minute) })],
    });
    expect(text).toContain('Now: ERP go-live: ⏳ Copy the balances');
    expect(text).toContain(
      'Now: CRM upgrade: The CRM upgrade has not begun. Its window opens Mon 09:00.',
    );
    expect(text).toContain('Next: CRM upgrade: The window, Mon 09:00–11:00.');
  });

  test('with nothing planned it says so; with everything behind, since when', () => {
    expect(read({ transitions: [] })).toContain('Now: Nothing is planned or underway.');
    const completed = transition({
      phase: 'graduated',
      phaseSince: new Date('2026-03-01T12:00:00Z'),
    });
    expect(read({ transitions: [], completed })).toContain(
      'Now: Nothing is underway. The ERP go-live is complete, since Sun 1 Mar.',
    );
  });

  test('cancelled steps are not announced as next', () => {
    const text = read({ milestones: [milestone({ state: 'cancelled', endedAt: now })] });
    expect(text).toContain('Now: Every planned step of the ERP go-live was cancelled.');
    expect(text).not.toContain('Next');
  });

  test('an open page stands first, with who has it', () => {
    const raisedAt = plus(now, -10 * minute);
    expect(read({ page: { raisedAt, ownerName: null, acknowledgedAt: null } })).toMatch(
      /^Your page: ⏳ Raised 19:50, nobody has taken it yet\. I keep fetching until somebody does\./,
    );
    const acknowledgedAt = plus(now, -8 * minute);
    expect(read({ page: { raisedAt, ownerName: 'Ada', acknowledgedAt } })).toMatch(
      /^Your page: Ada has it, since 19:52\./,
    );
  });

  test('just happened is at most three, one for each step, and nothing that is under "Now"', () => {
    const step = (
      minutesAgo: number,
      kind: SharedEvent['kind'],
      milestoneId: string,
      text: string,
    ) => fact(minutesAgo, { kind, text: written(text), data: { milestoneId } });
    const text = read({
      milestones: [milestone({ state: 'underway', startedAt: plus(now, -3 * minute) })],
      sharedEvents: [
        step(3, 'milestone.underway', 'copy', 'Copy the balances: started.'),
        step(4, 'milestone.done', 'freeze', 'Freeze: done.'),
        step(5, 'milestone.underway', 'freeze', 'Freeze: started.'),
        fact(6, { text: written('One') }),
        fact(7, { text: written('Two') }),
        fact(8, { text: written('Three') }),
      ],
    });
    expect(text).toContain('Just happened: 19:56 Freeze: done. · 19:54 One. · 19:53 Two.\n');
  });

  test('old facts are not called "just happened"', () => {
    const transitions = [transition({ phase: 'steady' })];
    const day = 24 * 60;
    expect(read({ transitions, sharedEvents: [fact(day)] })).toContain('Just happened: ');
    expect(read({ transitions, sharedEvents: [fact(day + 1)] })).toContain('Before that: ');
  });
});

describe('who is with you', () => {
  const until = new Date('2026-03-07T04:00:00Z');
  const on = (name: string, nextName: string | null) => ({ personId: 'x', name, until, nextName });
  test.each([
    ['Ada', null, 'Ada, your advocate.'],
    ['Ada', on('Ada', 'Ben'), 'Ada until 23:00, then Ben.'],
    ['Ada', on('Ada', null), 'Ada.'],
    ['Ada', on('Ben', 'Ada'), 'Ada, your advocate. On call until 23:00: Ben, then Ada.'],
    [null, on('Ben', null), 'Ben.'],
  ])('advocate %s, on call %o', (advocateName, onCall, expected) => {
    const text = dutyText({ advocateName, advocateBackAt: null, onCall });
    expect(text && plainSpans(text, reader)).toBe(expected);
  });

  test('an advocate who is at home is back at a time', () => {
    const advocateBackAt = new Date('2026-03-09T13:00:00Z');
    const onCall = on('Ben', null);
    const text = dutyText({ advocateName: 'Ada', advocateBackAt, onCall });
    expect(text && plainSpans(text, reader)).toBe(
      'Ada, your advocate, back Mon 09:00. On call: Ben.',
    );
  });

  test('nobody at all is not made up', () => {
    expect(read({ duty: { ...nobody, advocateName: null } })).not.toContain('With you');
  });
});
