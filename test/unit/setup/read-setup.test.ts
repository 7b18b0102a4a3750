import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { scheduleRow } from '../../../src/setup/rows.ts';
import { readSetup } from '../../../src/setup/setup.ts';
import { BadInputError } from '../../../src/shared/errors.ts';
import { exampleSetup, exampleWith } from './example.ts';

function problemsOf(text: string): readonly string[] {
  try {
    readSetup(text, 'my.setup.yaml');
    return [];
  } catch (error) {
    if (error instanceof BadInputError) return error.problems;
    throw error;
  }
}

describe('a sound setup', () => {
  test('layers stand beside a rotation, each with its hours', () => {
    const [before, after = ''] = exampleSetup.split('overrides: []');
    const layers = `layers: [{ rotation: { every: 1d, start: 2026-03-02T08:00, people: [eng-1] }, only: { days: [fri, mon], from: "22:00", until: "6:00" } }]`;
    const setup = readSetup(`${before}${layers}${after}`, 'my.setup.yaml');
    expect(setup.schedules.map(scheduleRow)[0]?.layers).toEqual([
      {
        rotation: { everyDays: 7, start: '2026-03-02T09:00', people: ['adv-1', 'eng-1'] },
        only: [],
      },
      {
        rotation: { everyDays: 1, start: '2026-03-02T08:00', people: ['eng-1'] },
        only: [{ days: [1, 5], from: '22:00', until: '06:00' }],
      },
    ]);
  });

  test('the file of the contract is understood as it is written', () => {
    const setup = readSetup(exampleSetup, 'my.setup.yaml');
    const [customer] = setup.customers;
    expect(customer?.businessHours).toEqual({
      days: [1, 2, 3, 4, 5],
      from: '09:00',
      to: '17:00',
      holidays: ['2026-07-03'],
    });
    expect(customer?.transitions[0]?.window.from).toEqual(new Date('2026-03-06T23:00:00Z'));
    expect(setup.people[0]?.contact).toEqual([
      { via: 'chat', after: 0 },
      { via: 'sms', to: '+15550100', after: 2 },
      { via: 'voice', to: '+15550100', after: 4 },
    ]);
    expect(setup.schedules[0]?.rotation).toEqual({
      every: 7,
      start: '2026-03-02T09:00',
      people: ['adv-1', 'eng-1'],
    });
    expect(setup.escalations[0]?.levels[1]?.to).toEqual([{ schedule: 'duty' }]);
  });

  test('what is left out has a sensible value', () => {
    const text = exampleSetup
      .replace(/ {4}businessHours:.*\n/, '')
      .replace(/ {4}escalation:.*\n/, '')
      .replace(', repeat: 3', '');
    const setup = readSetup(text, 'my.setup.yaml');
    expect(setup.customers[0]?.businessHours.days).toEqual([1, 2, 3, 4, 5]);
    expect(setup.customers[0]?.escalation).toBe('default');
    expect(setup.customers[0]?.brief).toBe('');
    expect(setup.escalations[0]).toMatchObject({ repeat: 3, fallback: ['manager'] });
  });

  test('a long night shift on call may be twelve hours, and "9:00" is nine o’clock', () => {
    const setup = readSetup(
      exampleWith('every: 1w', 'every: 12h').replace('"09:00"', '"9:00"'),
      'a',
    );
    expect(setup.schedules[0]?.rotation?.every).toBe(0.5);
    expect(setup.customers[0]?.businessHours.from).toBe('09:00');
  });

  test('a setup written as JSON is understood too', () => {
    const { source: _, ...setup } = readSetup(
      JSON.stringify({
        organisation: { name: 'Vendor', timeZone: 'UTC' },
        people: [{ id: 'adv-1', name: 'A', side: 'vendor' }],
        escalations: [{ id: 'default', levels: [{ to: ['adv-1'], wait: '1m' }] }],
      }),
      'my.setup.json',
    );
    expect(setup.customers).toEqual([]);
  });

  const examples = readdirSync('examples').filter(name => name.endsWith('.setup.yaml'));
  test.each(examples)('the example %s has no problems', name => {
    expect(() => readSetup(readFileSync(`examples/${name}`, 'utf8'), name)).not.toThrow();
  });
});

describe('every mistake is named with its file, line and field, and what to write instead', () => {
  const rows: [string, string, string, string][] = [
    [
      'an unknown key',
      'timeZone: America/New_York',
      'timezone: America/New_York',
      ':13 customers[0].timezone: Handrail does not know this key. Did you mean "timeZone"?',
    ],
    [
      'a missing value',
      '    name: Northwind\n',
      '',
      ':11 customers[0].name: is missing; write a name',
    ],
    [
      'a time zone that is none',
      'America/New_York',
      'New York',
      ':13 customers[0].timeZone: "New York" does not fit; write a time zone name',
    ],
    [
      'a time zone of this machine',
      'America/New_York',
      'local',
      ':13 customers[0].timeZone: "local" does not fit',
    ],
    [
      'a moment without its offset',
      'from: 2026-03-06T18:00:00-05:00, until: 2026-03-07',
      'from: 2026-03-06T18:00:00, until: 2026-03-07',
      ':24 customers[0].transitions[0].window.from: "2026-03-06T18:00:00" does not fit; write a moment with its offset',
    ],
    [
      'a day that is not in the calendar',
      '2026-07-03',
      '2026-02-30',
      ':14 customers[0].businessHours.holidays[0]: "2026-02-30" does not fit; write a date',
    ],
    [
      'a time without quotes',
      '"09:00"',
      '0900',
      ':14 customers[0].businessHours.from: "900" does not fit; write a time of day in quotes',
    ],
    [
      'a day that ends before it begins',
      'to: "17:00"',
      'to: "08:00"',
      ':14 customers[0].businessHours.to: "08:00" is not after "09:00"',
    ],
    [
      'a day of the week misspelt',
      '[mon, tue,',
      '[monday, tue,',
      ':14 customers[0].businessHours.days[0]: "monday" does not fit; write one of mon',
    ],
    [
      'a duration without a unit',
      'wait: 5m }, { to: [ {',
      'wait: 5 }, { to: [ {',
      ':31 escalations[0].levels[0].wait: "5" does not fit; write a duration',
    ],
    [
      'a phone number without quotes',
      'to: "+15550100", after: 2m',
      'to: +15550100, after: 2m',
      ':4 people[0].contact[1].to: "15550100" does not fit; write a number or address in quotes',
    ],
    [
      'a contact method that is none',
      'via: voice',
      'via: pigeon',
      ':4 people[0].contact[2].via: "pigeon" does not fit; write one of chat, sms',
    ],
    [
      'chat with an address',
      '{ via: chat }',
      '{ via: chat, to: "+15550100" }',
      ':4 people[0].contact[0].to: chat needs no address',
    ],
    [
      'an unknown person',
      'advocate: adv-1',
      'advocate: adv-11',
      ':15 customers[0].people.advocate: there is no person "adv-11" in this file. Did you mean adv-1?',
    ],
    [
      'an unknown schedule',
      '{ schedule: duty }',
      '{ schedule: dutty }',
      ':31 escalations[0].levels[1].to[0].schedule: there is no schedule "dutty" in this file. Did you mean duty?',
    ],
    [
      'an unknown escalation',
      'escalation: default',
      'escalation: night',
      ':19 customers[0].escalation: there is no escalation "night"',
    ],
    [
      'an unknown skill',
      '{ schedule: duty }',
      '{ skill: plumbing }',
      ':31 escalations[0].levels[1].to[0].skill: nobody here has the skill "plumbing"',
    ],
    [
      'an unknown kind of target',
      '{ schedule: duty }',
      '{ rota: duty }',
      ':31 escalations[0].levels[1].to[0]: ',
    ],
    [
      'a customer’s person as advocate',
      'advocate: adv-1',
      'advocate: lead-1',
      ":15 customers[0].people.advocate: lead-1 is not on the vendor's side",
    ],
    [
      'a customer’s person on call',
      'people: [adv-1, eng-1]',
      'people: [adv-1, lead-1]',
      ":29 schedules[0].rotation.people[1]: lead-1 is not on the vendor's side. A page tells internal facts",
    ],
    [
      'a vendor person as leader',
      'leader: lead-1',
      'leader: adv-2',
      ":15 customers[0].people.leader: adv-2 is not on the customer's side",
    ],
    [
      'a customer person without a customer',
      'side: customer, customer: northwind',
      'side: customer',
      ':9 people[5].customer: is missing',
    ],
    [
      'a customer person of a customer that is not there',
      'side: customer, customer: northwind',
      'side: customer, customer: northwnd',
      ':9 people[5].customer: there is no customer "northwnd" in this file. Did you mean northwind?',
    ],
    [
      'a person twice',
      'id: eng-1',
      'id: adv-2',
      ':6 people[2].id: there is already a person "adv-2"',
    ],
    [
      'a person called like a role',
      'id: sales-1, name',
      'id: manager, name',
      ':7 people[3].id: "manager" is the name of a role',
    ],
    [
      'a person called like a place',
      'id: northwind-team',
      'id: eng-1',
      ':6 people[2].id: a place is called "eng-1" too',
    ],
    [
      'one identity for two people',
      'skills: [databases]',
      'identities: [ { platform: slack, workspace: T0CUST, user: U0LEAD } ]',
      ':9 people[5].identities[0]: this identity already belongs to "eng-1"',
    ],
    [
      'one channel for two places',
      '{ id: northwind-team, audience: internal }',
      '{ id: northwind-team, audience: internal, identities: [ { platform: slack, workspace: T0VEND, channel: C0SHARED } ] }',
      ':18 customers[0].places[1].identities[0]: this identity already belongs to "northwind-shared"',
    ],
    [
      'a channel by its name',
      'channel: C0SHARED',
      'channel: "#northwind"',
      ':17 customers[0].places[0].identities[0].channel: "#northwind" does not fit; write the id the platform shows',
    ],
    [
      'a platform that is none',
      'platform: slack, workspace: T0CUST',
      'platform: skype, workspace: T0CUST',
      ':9 people[5].identities[0]',
    ],
    [
      'a Teams identity with Slack’s words',
      '{ platform: slack, workspace: T0CUST, user: U0LEAD }',
      '{ platform: teams, workspace: T0CUST, user: U0LEAD }',
      ':9 people[5].identities[0].tenant: is missing',
    ],
    [
      'a window that ends first',
      'until: 2026-03-07T06',
      'until: 2026-03-05T06',
      ':24 customers[0].transitions[0].window.until: the window ends before it begins',
    ],
    [
      'a window of a year and more',
      'until: 2026-03-07T06',
      'until: 2027-03-07T06',
      ':24 customers[0].transitions[0].window.until: the window is longer than 92 days',
    ],
    [
      'a milestone that ends first',
      'until: 2026-03-06T23',
      'until: 2026-03-06T16',
      ':27 customers[0].transitions[0].milestones[1].until: it ends before it begins',
    ],
    [
      'a milestone in another year',
      'from: 2026-03-06T19:00:00-05:00, until: 2026-03-06T23',
      'from: 2016-03-06T19:00:00-05:00, until: 2026-03-06T23',
      ':27 customers[0].transitions[0].milestones[1].from: this is more than 400 days before',
    ],
    [
      'a milestone twice',
      'id: copy',
      'id: backup',
      ':27 customers[0].transitions[0].milestones[1].id: there is already a milestone "backup"',
    ],
    [
      'an id with a slash',
      'id: erp-go-live',
      'id: erp/go-live',
      ':21 customers[0].transitions[0].id: "erp/go-live" does not fit; write a short id',
    ],
    [
      'a schedule without turns',
      'rotation: { every: 1w, start: 2026-03-02T09:00, people: [adv-1, eng-1] }, ',
      '',
      ':29 schedules[0]: it has nobody; write a rotation, or layers',
    ],
    [
      'a stranger in a layer',
      'overrides: []',
      'layers: [{ rotation: { every: 1w, start: 2026-03-02T09:00, people: [adv-9] } }]',
      ':29 schedules[0].layers[0].rotation.people[0]: there is no person "adv-9"',
    ],
    [
      'nobody in a rotation',
      'people: [adv-1, eng-1]',
      'people: []',
      ':29 schedules[0].rotation.people: is empty; write at least one person',
    ],
    [
      'a list that is none',
      'overrides: []',
      'overrides: none',
      ':29 schedules[0].overrides: "none" does not fit; write a list',
    ],
    [
      'a key twice',
      'escalation: default',
      'name: Southwind',
      ':19 customers[0].name: this key is here twice',
    ],
    ['something that is no YAML', 'places:\n', 'places: [\n', 'this is not valid YAML'],
    [
      'a tab for indentation',
      '    name: Northwind',
      '\tname: Northwind',
      'my.setup.yaml:12 (top): this is not valid YAML',
    ],
  ];
  test.each(rows)('%s', (_, piece, instead, said) => {
    expect(problemsOf(exampleWith(piece, instead)).join('\n')).toContain(said);
  });

  test('all of them at once, in the order of the file', () => {
    const text = exampleWith('Europe/London,', 'London,')
      .replace('advocate: adv-1', 'advocate: nobody')
      .replace('repeat: 3', 'repeat: often');
    const lines = problemsOf(text).map(problem => Number(/:(\d+) /.exec(problem)?.[1]));
    expect(lines).toEqual([3, 15, 31]);
  });

  test('never more than a screenful', () => {
    const text = exampleSetup + '  - { id: 1 }\n'.repeat(500);
    const problems = problemsOf(text);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatch(/and \d+ more problems/);
  });
});
