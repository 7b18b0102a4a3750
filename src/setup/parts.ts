import type { Report } from './difference.ts';
import type { Setup } from './setup.ts';

/**
 * A large setup as several smaller ones, each sound in itself: so many customers each, with their own people
 * and all of the vendor's. A transaction stays short, and what runs is not kept waiting.
 */
export function setupParts(setup: Setup, customersEach: number): Setup[] {
  if (setup.customers.length <= customersEach) return [setup];
  const everywhere = setup.people.filter(({ customer }) => customer === undefined);
  const parts: Setup[] = [];
  for (let from = 0; from < setup.customers.length; from += customersEach) {
    const customers = setup.customers.slice(from, from + customersEach);
    const ids = new Set(customers.map(({ id }) => id));
    const own = setup.people.filter(({ customer }) => customer !== undefined && ids.has(customer));
    parts.push({ ...setup, customers, people: from === 0 ? [...everywhere, ...own] : own });
  }
  return parts;
}

/** The reports of all parts as one: created in any of them is created, changed in any is changed. */
export function joinedReport(reports: readonly Report[]): Report {
  const created = new Set(reports.flatMap(report => report.created));
  const changed = new Set(reports.flatMap(report => report.changed));
  const left = new Set(reports.flatMap(report => report.left));
  return {
    created: [...created],
    changed: [...changed].filter(name => !created.has(name)),
    parked: reports.flatMap(report => report.parked),
    left: [...left].filter(name => !created.has(name) && !changed.has(name)),
  };
}
