import type { ActionId } from '../../src/delivery/card.ts';
import type { MessageLine } from '../../src/rehearsal/line.ts';
import type { ScenarioAction } from '../../src/rehearsal/scenario.ts';

/** Chance from a seed, the same in every run: a number from 0 up to 1. */
export type Chance = () => number;

/** One customer of such a crowd: where it is, and how its people are. */
export interface Tempered {
  readonly id: string;
  readonly number: number;
  readonly zone: string;
  /** Its windows: outside them nobody hears from us unasked more than once a day. */
  readonly windows: readonly { readonly from: Date; readonly until: Date }[];
  readonly temper: Temper;
}

interface Temper {
  /** How often a question of ours is answered at all. */
  readonly answers: number;
  /** What they answer a check-in, each as often as another. */
  readonly moods: readonly ActionId[];
  /** What they say by themselves, and how often in a day. */
  readonly says: readonly string[];
  readonly talks: number;
}

const tempers: readonly Temper[] = [
  {
    answers: 0.9,
    moods: ['check-in.good', 'check-in.fine', 'check-in.worried'],
    says: ["I'm worried about the month-end", 'nobody answers our tickets', 'it came back'],
    talks: 0.3,
  },
  { answers: 1, moods: ['check-in.good'], says: ['thank you, that helped'], talks: 0.05 },
  { answers: 0.1, moods: ['check-in.good'], says: ["what's happening now?"], talks: 0.02 },
  {
    answers: 0.6,
    moods: ['check-in.good', 'check-in.fine'],
    says: ['less often please', 'more often please', 'not before Tuesday', 'go on'],
    talks: 0.15,
  },
  {
    answers: 0.8,
    moods: ['check-in.good', 'check-in.worried'],
    says: [
      'the ledger is down, nobody can post',
      'please get me a person',
      "what's happening now?",
    ],
    talks: 0.25,
  },
  {
    answers: 0.95,
    moods: ['check-in.good'],
    says: [
      'every morning please',
      'Mondays and Thursdays at 9',
      'tickets are closed without asking us',
    ],
    talks: 0.12,
  },
  {
    answers: 0.7,
    moods: ['check-in.good', 'check-in.good', 'check-in.fine'],
    says: ['stop', 'you can go on', 'tell me when the copy is done', 'what did you promise us?'],
    talks: 0.1,
  },
];

const zones = [
  'America/New_York',
  'Europe/London',
  'Asia/Tokyo',
  'America/Los_Angeles',
  'Asia/Kolkata',
];
const kinds = ['go-live', 'upgrade', 'new-method', 'outsourcing'];
const day = 86_400_000;

/** A setup of so many customers of seven tempers in five zones, counted from `first`; every third has a second change three weeks after its first. */
export function temperedCrowdOf(count: number, from: Date, first = 0) {
  const customers = Array.from({ length: count }, (_, at): Tempered => {
    const n = first + at;
    const begins = Date.parse('2026-03-06T18:00:00Z') + ((n * 3) % 20) * day;
    const starts = n % 3 === 0 ? [begins, begins + 21 * day] : [begins];
    return {
      id: `customer-${n}`,
      number: n,
      zone: zones[n % zones.length] ?? 'UTC',
      windows: starts.map(at => ({ from: new Date(at), until: new Date(at + day / 2) })),
      temper: tempers[n % tempers.length] ?? tempers[0] ?? fail(),
    };
  });
  return { customers, setup: setupOf(customers, from) };
}

function fail(): never {
  throw new Error('There is no temper.');
}

function setupOf(customers: readonly Tempered[], from: Date) {
  const vendor = ['adv-1', 'adv-2', 'eng-1', 'mgr-1'].map(id => ({
    id,
    name: `Vendor ${id}`,
    side: 'vendor',
    timeZone: 'Europe/London',
  }));
  const theirs = customers.flatMap(({ id, zone }) =>
    ['lead', 'member'].map(role => ({
      id: `${role}-${id}`,
      name: `${role} of ${id}`,
      side: 'customer',
      customer: id,
      timeZone: zone,
    })),
  );
  const start = from.toISOString().slice(0, 10);
  return {
    organisation: { name: 'Vendor', timeZone: 'Europe/London' },
    people: [...vendor, ...theirs],
    customers: customers.map(customerOf),
    schedules: [
      {
        id: 'duty',
        timeZone: 'Europe/London',
        rotation: { every: '1w', start: `${start}T09:00`, people: ['adv-2', 'eng-1'] },
        overrides: [],
      },
    ],
    escalations: [
      {
        id: 'default',
        levels: [
          { to: ['advocate'], wait: '5m' },
          { to: [{ schedule: 'duty' }], wait: '5m' },
        ],
        repeat: 1,
      },
    ],
  };
}

function customerOf({ id, number: n, zone, windows }: Tempered) {
  return {
    id,
    name: `Customer ${n}`,
    timeZone: zone,
    businessHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' },
    people: {
      leader: `lead-${id}`,
      members: [`member-${id}`],
      advocate: 'adv-1',
      backup: 'adv-2',
      manager: 'mgr-1',
    },
    places: [
      { id: `${id}-shared`, audience: 'shared' },
      { id: `${id}-team`, audience: 'internal' },
    ],
    escalation: 'default',
    transitions: windows.map(({ from, until }, at) => ({
      id: `change-${n}-${at}`,
      kind: kinds[(n + at) % kinds.length],
      name: `Change ${n}.${at}`,
      window: { from: from.toISOString(), until: until.toISOString() },
      milestones: [
        {
          id: `copy-${n}-${at}`,
          name: 'Copy the balances',
          from: from.toISOString(),
          until: new Date(from.getTime() + 4 * 3_600_000).toISOString(),
        },
      ],
    })),
  };
}

/** What a customer's people do about a message that reached them; null = nothing. */
export function reply(
  { id, temper }: Tempered,
  { message, actions }: MessageLine,
  chance: Chance,
): ScenarioAction | null {
  const offered = actions.map(({ id: action }) => action);
  const personId = `lead-${id}`;
  const presses = (action: ActionId, value?: string): ScenarioAction | null =>
    offered.includes(action)
      ? { kind: 'presses', personId, action, ...(value === undefined ? {} : { value }) }
      : null;
  if (chance() > temper.answers) return null;
  if (message === 'check-in' || message === 'check-in-repeat')
    return presses(pick(temper.moods, chance) ?? 'check-in.good');
  if (message === 'survey') return presses('survey.score', String(1 + Math.floor(chance() * 5)));
  if (message === 'graduation')
    return presses(chance() < 0.5 ? 'graduation.accept' : 'graduation.decline');
  return null;
}

/** One of these, each as often as another. */
export function pick<T>(from: readonly T[], chance: Chance): T | undefined {
  return from[Math.floor(chance() * from.length)];
}
