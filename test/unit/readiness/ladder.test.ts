import { describe, expect, test } from '@jest/globals';
import type { Contact } from '../../../src/customers/person.ts';
import { usualHours } from '../../../src/customers/working-hours.ts';
import type { Level } from '../../../src/paging/ladder/level.ts';
import { type LadderPerson, type Lookout, ladderStanding } from '../../../src/readiness/ladder.ts';

const working = { timeZone: 'Europe/London', businessHours: usualHours };
const at = (time: string) => new Date(`2026-03-10T${time}:00Z`);
const night = { from: at('00:00'), until: at('08:00') };
const roles = { advocate: 'nora', backup: 'tom', sales: null, manager: 'helen' };

const phone = (id: string): Contact => ({ via: 'sms', to: `to-${id}`, afterMinutes: 0 });
const chat: Contact = { via: 'chat', to: null, afterMinutes: 0 };

function somebody(id: string, over: Partial<LadderPerson> = {}): LadderPerson {
  return { id, name: id, contact: [chat, phone(id)], skills: [], working, away: [], ...over };
}

/** Everybody's text messages are confirmed, but for those who are named. */
function lookout(people: readonly LadderPerson[], over: Partial<Lookout> = {}): Lookout {
  const proofs = people.map(({ id }) => ({ personId: id, via: 'sms', address: `to-${id}` }));
  return {
    people: new Map(people.map(one => [one.id, one])),
    turns: new Map(),
    known: { connected: new Set(['sms', 'voice']), proofs },
    stretch: night,
    ...over,
  };
}

const level = (...to: Level['to']): Level => ({ to, waitMinutes: 5, strategy: 'first-available' });
const relianceOn = (levels: readonly Level[], seen: Lookout) =>
  ladderStanding({ levels }, roles, seen).map(({ reliance }) => reliance);
const turn = (personId: string, from: string, until: string) => ({
  personId,
  from: at(from),
  until: at(until),
});

describe('a level can be relied on through a night', () => {
  test('when one of those it calls has confirmed a way that wakes them', () => {
    const people = [somebody('nora', { contact: [chat] }), somebody('tom')];
    const both = [level({ role: 'advocate' }, { role: 'backup' })];
    expect(relianceOn(both, lookout(people))).toEqual(['ready']);
    expect(relianceOn([level({ role: 'advocate' })], lookout(people))).toEqual(['chat-only']);
  });

  test('not by numbers that nobody confirmed, and not by somebody with nothing at all', () => {
    const people = [somebody('nora'), somebody('tom', { contact: [] })];
    const seen = lookout(people, { known: { connected: new Set(['sms']), proofs: [] } });
    expect(relianceOn([level({ role: 'advocate' }), level({ role: 'backup' })], seen)).toEqual([
      'unconfirmed',
      'none',
    ]);
  });

  test('not by a role that nobody has, or by somebody who has left', () => {
    const sales = level({ role: 'sales' });
    expect(relianceOn([sales, level({ person: 'gone' })], lookout([somebody('nora')]))).toEqual([
      'none',
      'none',
    ]);
  });

  test('by a schedule only when each turn of the night can be, without a gap', () => {
    const people = [somebody('nora'), somebody('tom', { contact: [chat] })];
    const duty = [level({ schedule: 'duty' })];
    const withTurns = (shifts: ReturnType<typeof turn>[], gaps: ReturnType<typeof turn>[] = []) =>
      relianceOn(duty, lookout(people, { turns: new Map([['duty', { shifts, gaps }]]) }));
    const [early, late] = [turn('nora', '00:00', '04:00'), turn('nora', '04:00', '08:00')];
    expect(withTurns([early, late])).toEqual(['ready']);
    expect(withTurns([early, turn('tom', '04:00', '08:00')])).toEqual(['chat-only']);
    expect(withTurns([early], [turn('', '04:00', '08:00')])).toEqual(['none']);
    expect(withTurns([early, turn('gone', '04:00', '08:00')])).toEqual(['none']);
  });

  test('not by somebody whose calendar says that they are away, to the minute', () => {
    const away = (from: string, until: string) =>
      relianceOn(
        [level({ role: 'advocate' })],
        lookout([somebody('nora', { away: [{ from: at(from), until: at(until) }] })]),
      );
    expect(away('07:59', '20:00')).toEqual(['away']);
    expect(away('08:00', '20:00')).toEqual(['ready']);
  });

  test('by anybody who knows how to, where it asks for a skill', () => {
    const people = [
      somebody('nora', { skills: ['ledger'], contact: [chat] }),
      somebody('tom', { skills: ['ledger'] }),
    ];
    const skilled = level({ skill: 'ledger', strategy: 'first-available' });
    expect(relianceOn([skilled], lookout(people))).toEqual(['ready']);
  });
});
