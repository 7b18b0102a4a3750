import { type Crowd, canaryOf, crowdOf } from './crowd.ts';

/** People of partners: each works for two customers, and two meet at one of them; the second reads in one's place. */
export const partners = [
  { id: 'fitter-1', name: 'Abel Partner', serves: [0, 1], reads: [] },
  { id: 'fitter-2', name: 'Bede Partner', serves: [1, 2], reads: [2] },
] as const satisfies readonly Partner[];

interface Partner {
  readonly id: string;
  readonly name: string;
  readonly serves: readonly number[];
  readonly reads: readonly number[];
}

/** A crowd to which everything may happen: evenings one after the other, steps that are somebody's own, contracts, a hand that can be raised. */
export function livelyCrowdOf(count: number): Crowd {
  const { ids, setup } = crowdOf(count);
  const customers = (setup.customers as Record<string, unknown>[]).map((one, n) => ({
    ...one,
    handEmoji: ['raised_hand'],
    places: [
      {
        id: `customer-${n}-shared`,
        audience: 'shared',
        partners: partners.flatMap(({ id, reads }) => (isAmong(n, reads) ? [id] : [])),
      },
      { id: `customer-${n}-team`, audience: 'internal' },
    ],
    escalation: helpersOf(n).length > 0 ? ladderOf(n) : 'default',
    contract: {
      currency: 'EUR',
      included: '1h',
      includedRoles: ['technician'],
      rates: { technician: 9_600 },
    },
    transitions: [transition(n)],
  }));
  const people = [
    ...(setup.people as unknown[]),
    ...partners.map(partner => personOf(partner, count)),
  ];
  const helped = customers.flatMap((_, n) => (helpersOf(n).length > 0 ? [ladder(n)] : []));
  const escalations = [...(setup.escalations as unknown[]), ...helped];
  return { ids, setup: { ...setup, customers, people, escalations } };
}

const ladderOf = (n: number) => `ladder-${n}`;

/** A ladder with the partners on it who work for this customer. */
function ladder(n: number) {
  return {
    id: ladderOf(n),
    levels: [
      { to: ['advocate'], wait: '2m' },
      { to: helpersOf(n), wait: '5m' },
      { to: [{ schedule: 'duty' }], wait: '5m' },
      { to: ['manager'], wait: '10m' },
    ],
    repeat: 2,
  };
}

function helpersOf(n: number): string[] {
  return partners.flatMap(({ id, serves }) => (isAmong(n, serves) ? [id] : []));
}

function personOf({ id, name, serves }: Partner, count: number) {
  const customers = serves.filter(n => n < count).map(n => `customer-${n}`);
  return { id, name, side: 'partner', customers, timeZone: 'Europe/London' };
}

function isAmong(n: number, numbers: readonly number[]): boolean {
  return numbers.includes(n);
}

/** Two thirds of the go-lives begin at once, the others on the evenings after it. */
const evenings = ['2026-03-06', '2026-03-06', '2026-03-07'] as const;
const kinds = ['go-live', 'upgrade', 'new-method', 'go-live'] as const;

function transition(n: number) {
  const evening = evenings[n % evenings.length] ?? evenings[0];
  const from = Date.parse(`${evening}T18:00:00-05:00`);
  const at = (hours: number) => new Date(from + hours * 3_600_000).toISOString();
  const step = (id: string, begins: number, ends: number, more: Record<string, unknown> = {}) => ({
    id,
    name: `${id} ${canaryOf(n)}`,
    from: at(begins),
    until: at(ends),
    ...more,
  });
  return {
    id: 'go-live',
    kind: kinds[n % kinds.length],
    name: `Go-live ${canaryOf(n)}`,
    window: { from: at(0), until: at(12) },
    milestones: [
      step('backup', 0, 0.5, { owner: 'eng-1' }),
      step('check', 0.25, 1, { owner: `member-${n}` }),
      step('copy', 1, 5),
      step('open', 7, 8),
    ],
  };
}
