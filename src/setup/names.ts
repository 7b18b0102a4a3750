import { nearest } from './nearest.ts';
import type { Rough } from './rough.ts';
import type { Path, Problem } from './source.ts';

/** Collects problems while a document is gone through. */
export interface Findings {
  readonly problems: Problem[];
}

/** Notes one problem. */
export function find(findings: Findings, path: Path, what: string): void {
  findings.problems.push({ path, what });
}

/** Ids of one kind of thing that may stand only once, and where the first one stands. */
export class KnownNames {
  private readonly ids = new Set<string>();
  readonly what: string;

  constructor(what: string) {
    this.what = what;
  }

  /** Adds an id; a second time is a problem. */
  add(id: string | null, path: Path, findings: Findings): void {
    if (id === null) return;
    if (this.ids.has(id)) {
      find(findings, path, `there is already a ${this.what} "${id}". Give this one another id.`);
    }
    this.ids.add(id);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** The sentence about an id that names nothing, with the most likely slip. */
  missing(id: string): string {
    const near = nearest(id, [...this.ids]);
    const advice = near ? `Did you mean ${near}?` : `Add it, or write the id of one that is here.`;
    return `there is no ${this.what} "${id}" in this file. ${advice}`;
  }
}

/** Everything a name in the file can refer to. */
export interface Names extends Findings {
  readonly setup: Rough;
  readonly people: KnownNames;
  readonly customers: KnownNames;
  readonly schedules: KnownNames;
  readonly escalations: KnownNames;
  readonly places: KnownNames;
  readonly sideOf: ReadonlyMap<string, string>;
  readonly customerOf: ReadonlyMap<string, string>;
}

/** Checks that `id`, where it is given, names a person of this side. */
export function expectPerson(
  names: Names,
  id: string | null,
  { path, side, why }: { path: Path; side: 'vendor' | 'customer'; why: string },
): void {
  if (id === null) return;
  if (!names.people.has(id)) names.problems.push({ path, what: names.people.missing(id) });
  else if (names.sideOf.get(id) !== side && names.sideOf.get(id) !== '') {
    names.problems.push({ path, what: `${id} is not on the ${side}'s side. ${why}` });
  }
}

/** Whether somebody is a partner's person who works for this customer. */
export function worksFor({ setup }: Names, personId: string, customerId: string): boolean {
  const person = setup.people.find(({ id }) => id === personId);
  return person?.side === 'partner' && [person.customer, ...person.customers].includes(customerId);
}
