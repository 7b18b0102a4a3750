import type { Customer } from '../customers/customer.ts';
import type { ContactMethod, Person } from '../customers/person.ts';
import { usualHours } from '../customers/working-hours.ts';
import { type Gap, gapsOf, peopleOf, type Schedule } from '../on-call/schedule.ts';
import type { Escalation } from '../paging/ladder/escalation.ts';
import { type Roster, reachablePeople } from '../paging/ladder/roster.ts';
import { inZone, plus, week } from '../shared/time.ts';
import { type Finding, fine, fix, named, note } from './finding.ts';
import type { Counts } from './load-counts.ts';

/** How far ahead gaps are looked for. */
const ahead = 4 * week;

/** As many gaps of one schedule as are told one by one: nights that nobody has come every day. */
const mostGaps = 10;

/** Times in the next four weeks at which a schedule has nobody. */
export function checkGaps({ schedules, people }: Counts, now: Date): Finding[] {
  const active = new Set(people.filter(one => one.active).map(({ id }) => id));
  const findings = schedules.flatMap(schedule => [
    ...gapLines(schedule, now).map(line => fix('on-call', line)),
    ...gone(schedule, active, now).map(id =>
      fix(
        'on-call',
        `${schedule.id} names ${id}, who is not there. Take them out of its rotation.`,
      ),
    ),
  ]);
  if (findings.length > 0 || schedules.length === 0) return findings;
  return [
    fine('on-call', `no gaps in the next four weeks (${named(schedules.map(({ id }) => id))}).`),
  ];
}

/** Each stretch of the next four weeks in which nobody is on call, and what to do; the first ten. */
export function gapLines(schedule: Schedule, now: Date): string[] {
  const gaps = gapsOf(schedule, now, plus(now, ahead));
  const lines = gaps
    .slice(0, mostGaps)
    .map(
      gap =>
        `${schedule.id} has nobody ${gapWords(gap, schedule)}. Add an override, a layer for these hours, or people to its rotation.`,
    );
  const rest = gaps.length - mostGaps;
  return rest > 0 ? [...lines, `${schedule.id} has ${rest} more such gaps.`] : lines;
}

function gapWords({ from, until }: Gap, { timeZone }: Schedule): string {
  const words = (at: Date) => inZone(at, timeZone).setLocale('en-GB').toFormat('ccc d LLL HH:mm');
  return `from ${words(from)} to ${words(until)} (${timeZone})`;
}

function gone(schedule: Schedule, active: ReadonlySet<string>, now: Date): string[] {
  return peopleOf(schedule, now).filter(id => !active.has(id));
}

/**
 * Escalations that call nobody at some level, or nobody at all, and people who would be called in vain: no platform knows
 * them, and by none of these media is anything of theirs written.
 */
export function checkEscalations(
  standing: Counts,
  media: ReadonlySet<ContactMethod>,
  now: Date,
): Finding[] {
  const findings: Finding[] = [];
  const called = new Set(standing.schedules.flatMap(schedule => peopleOf(schedule, now)));
  for (const customer of standing.customers) {
    const escalation = standing.escalations.get(customer.escalationId);
    if (!escalation) {
      findings.push(
        fix(
          'escalation',
          `${customer.id} names "${customer.escalationId}", which is not there. Import it.`,
        ),
      );
      continue;
    }
    findings.push(...checkLevels(standing, { customer, escalation, now, called }));
  }
  const inVain = standing.people.filter(
    ({ id, contact }) =>
      called.has(id) &&
      !standing.identified.has(id) &&
      !contact.some(({ via, isUnwanted }) => media.has(via) && !isUnwanted),
  );
  return [...findings, ...checkContacts(inVain)];
}

interface Checked {
  readonly customer: Customer;
  readonly escalation: Escalation;
  readonly now: Date;
  /** Everybody who would be called, filled in here. */
  readonly called: Set<string>;
}

function checkLevels(standing: Counts, { customer, escalation, now, called }: Checked): Finding[] {
  const roster = rosterOf(standing, customer);
  const levels = escalation.levels.map(level => reachablePeople(level, roster, { now, used: [] }));
  for (const { personId } of levels.flat()) called.add(personId);
  const name = `${escalation.levels.length > 0 ? customer.escalationId : 'an empty escalation'}`;
  if (levels.every(people => people.length === 0)) {
    return [
      fix('escalation', `${name} reaches nobody for ${customer.id}. Name somebody on its levels.`),
    ];
  }
  const empty = levels.flatMap((people, index) => (people.length === 0 ? [index + 1] : []));
  if (empty.length === 0) return [];
  const which = `${empty.length === 1 ? 'level' : 'levels'} ${empty.join(', ')}`;
  return [
    note(
      'escalation',
      `${name} for ${customer.id}: nobody on ${which} now, so the next is called at once.`,
    ),
  ];
}

function rosterOf({ people, schedules }: Counts, customer: Customer): Roster {
  const { advocateId, backupId, salesId, managerId } = customer;
  return {
    roles: { advocate: advocateId, backup: backupId, sales: salesId, manager: managerId },
    schedules,
    people: people
      .filter(({ side, active, partnerOf }) => {
        const mayBeCalled = side === 'vendor' || partnerOf.includes(customer.id);
        return active && mayBeCalled;
      })
      // Whether anybody is on a level is no question of their hours.
      .map(one => ({ ...one, working: { timeZone: one.timeZone, businessHours: usualHours } })),
  };
}

function checkContacts(inVain: readonly Person[]): Finding[] {
  if (inVain.length === 0) return [];
  const ids = named(inVain.map(({ id }) => id));
  const what =
    'would be called but have no identity on a platform, and no contact by a medium that is set up';
  return [fix('people', `${what}: ${ids}. Add identities or contacts in the setup.`)];
}
