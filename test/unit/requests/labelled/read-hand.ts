import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import type { Contract } from '../../../../src/requests/contract.ts';
import type { CustomersWork } from '../../../../src/requests/service-request.ts';
import type { BusinessHours } from '../../../../src/shared/business-hours.ts';

/** What was agreed with one customer, and the words that are its own. */
interface Agreed {
  readonly name: string;
  readonly timeZone: string;
  readonly businessHours: BusinessHours;
  readonly words: readonly string[];
  readonly contract: Contract;
}

/** One customer's requests, with the rules that ought to speak of each. */
export interface Hand extends Agreed {
  readonly id: string;
  readonly labelled: readonly { readonly work: CustomersWork; readonly wrong: readonly string[] }[];
}

/** The customers' requests as they lie in this folder: local times, notes parted by ";;", labels by spaces. */
export function readHand(folder: string): Hand[] {
  const agreed: Record<string, Agreed> = JSON.parse(read(folder, 'agreed.json'));
  return Object.entries(agreed).map(([id, one]) => ({
    ...one,
    id,
    contract: {
      ...one.contract,
      ours: one.contract.ours.map(change => ({ ...change, at: new Date(change.at) })),
    },
    labelled: rowsOf(folder, id).map(row => ({
      work: workOf(row, id, one.timeZone),
      wrong: (row.wrong ?? '').split(' ').filter(Boolean),
    })),
  }));
}

/** The vendor's people of those requests: what each is called, by id. */
export function readVendorNames(folder: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(JSON.parse(read(folder, 'vendor.json'))));
}

function rowsOf(folder: string, customerId: string): Record<string, string>[] {
  return parse(read(folder, `${customerId}.csv`), { columns: true });
}

function workOf(row: Record<string, string>, customerId: string, zone: string): CustomersWork {
  const at = (local: string | undefined): Date | undefined =>
    local ? DateTime.fromISO(local, { zone }).toJSDate() : undefined;
  const closedAt = at(row.closed);
  if (!closedAt) throw new Error(`${row.externalId} was never closed`);
  return {
    customerId,
    externalId: row.externalId ?? '',
    title: row.title ?? '',
    minutes: Number(row.minutes),
    by: row.by ?? '',
    closedAt,
    description: row.description || undefined,
    role: row.role || undefined,
    openedAt: at(row.opened),
    startedAt: at(row.started),
    rate: row.rate ? Number(row.rate) : undefined,
    amountMinor: row.amount ? Number(row.amount) : undefined,
    notes: (row.notes ?? '').split(';;').flatMap(note => note.trim() || []),
    reopens: row.reopens || undefined,
    causedBy: row.causedBy || undefined,
  };
}

function read(folder: string, name: string): string {
  return readFileSync(new URL(`../${folder}/${name}`, import.meta.url), 'utf8');
}
