import type { Working } from '../shared/business-hours.ts';
import type { Contract } from './contract.ts';
import type { CustomersWork } from './service-request.ts';
import { isSameName } from './terms.ts';

/** What a request is looked at beside. */
export interface Around {
  /** null = nothing is agreed about prices. */
  readonly contract: Contract | null;
  /** The ordinary hours, on the customer's calendar. */
  readonly ordinary: Working;
  /** The customer's other requests of the weeks around it. */
  readonly others: readonly CustomersWork[];
  /** Requests of other customers that the same person may have worked on. */
  readonly elsewhere: readonly CustomersWork[];
  /** What the vendor's people are called, by id: one system sends the one, another the other. */
  readonly names: ReadonlyMap<string, string>;
  /** Names, people and addresses of other customers. */
  readonly foreign: readonly string[];
  /** Of the month's included minutes, those that earlier closings have used. */
  readonly usedMinutes: number;
  /** Rules that are not asked, by name. */
  readonly off: ReadonlySet<string>;
}

/** A rule says in one sentence what it saw, or null when it saw nothing. */
export type Check = (work: CustomersWork, around: Around) => string | null;

/** True when both requests were one person's work, by id or by any way of writing the name. */
export function isSameDoer(work: CustomersWork, other: CustomersWork, { names }: Around): boolean {
  const [one, two] = [work.by, other.by].map(by => names.get(by) ?? by);
  return one !== undefined && two !== undefined && isSameName(one, two);
}

/** The words the customer would read. */
export function customersWords({ title, description = '' }: CustomersWork): string {
  return description === '' ? title : `${title}. ${description}`;
}

/** All words there are about it. */
export function allWords(work: CustomersWork): string {
  return [customersWords(work), ...work.notes].join('. ');
}
