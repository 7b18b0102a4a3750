import { type Crowd, canaryOf, crowdOf } from './crowd.ts';

/** A crowd to which everything may happen: evenings one after the other, steps that are somebody's own, contracts, a hand that can be raised. */
export function livelyCrowdOf(count: number): Crowd {
  const { ids, setup } = crowdOf(count);
  const customers = (setup.customers as Record<string, unknown>[]).map((one, n) => ({
    ...one,
    handEmoji: ['raised_hand'],
    contract: {
      currency: 'EUR',
      included: '1h',
      includedRoles: ['technician'],
      rates: { technician: 9_600 },
    },
    transitions: [transition(n)],
  }));
  return { ids, setup: { ...setup, customers } };
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
