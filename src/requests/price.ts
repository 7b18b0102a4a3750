import { priceOfMinutes } from '../shared/money.ts';
import type { Around } from './around.ts';
import type { Contract } from './contract.ts';
import { findFree, isGivenFree } from './free.ts';
import type { CustomersWork } from './service-request.ts';
import { minutesOutside } from './working-span.ts';

/** What a request costs, and how that comes about. Minutes are rounded up once, over all of it. */
export interface Price {
  readonly roundedMinutes: number;
  readonly ordinaryMinutes: number;
  /** Outside the contract's hours. */
  readonly afterMinutes: number;
  /** Of the ordinary ones, those the fee pays for. */
  readonly includedMinutes: number;
  /** Everything at the contract's rates, before anything is deducted; null while no rate can be told. */
  readonly grossMinor: number | null;
  /** What may be billed. */
  readonly amountMinor: number | null;
}

/** The role as the contract writes it; null when it is not there. Without one, the contract's only role. */
export function roleIn(contract: Contract, role: string | undefined): string | null {
  const known = Object.keys(contract.rates);
  if (role === undefined || role.trim() === '')
    return known.length === 1 ? (known[0] ?? null) : null;
  return known.find(name => name.toLowerCase() === role.trim().toLowerCase()) ?? null;
}

/** So many minutes as the contract counts them: up to the next step. */
export function roundedUp(minutes: number, step: number): number {
  return Math.ceil(minutes / step) * step;
}

/** The price of a request by its contract. */
export function priceWork(work: CustomersWork, around: Around): Price | null {
  const { contract, ordinary, usedMinutes } = around;
  if (!contract) return null;
  const roundedMinutes = roundedUp(work.minutes, contract.roundingMinutes);
  const outside = minutesOutside(work, ordinary);
  const isAllOutside = outside >= work.minutes;
  // What rounding adds is ordinary time, unless all of it was outside.
  const afterMinutes = isAllOutside ? roundedMinutes : outside;
  const ordinaryMinutes = roundedMinutes - afterMinutes;
  const role = roleIn(contract, work.role);
  const isIncluded = isIncludedRole(contract, role);
  const left = Math.max(0, contract.includedMinutes - usedMinutes);
  const isFree = isGivenFree(work) || findFree(work, around) !== null;
  const includedMinutes = isIncluded && !isFree ? Math.min(left, ordinaryMinutes) : 0;
  const minutes = { roundedMinutes, ordinaryMinutes, afterMinutes, includedMinutes };
  const rate = role === null ? undefined : contract.rates[role];
  if (role === null || rate === undefined)
    return { ...minutes, grossMinor: null, amountMinor: isFree ? 0 : null };
  const after = priceOfMinutes(afterMinutes, contract.afterHours[role] ?? rate);
  const grossMinor = priceOfMinutes(ordinaryMinutes, rate) + after;
  const chargedMinor = priceOfMinutes(ordinaryMinutes - includedMinutes, rate) + after;
  return { ...minutes, grossMinor, amountMinor: isFree ? 0 : chargedMinor };
}

function isIncludedRole({ includedRoles }: Contract, role: string | null): boolean {
  if (includedRoles.length === 0) return true;
  return role !== null && includedRoles.some(name => name.toLowerCase() === role.toLowerCase());
}
