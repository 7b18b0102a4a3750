import type { CustomersWork } from '../../../../src/requests/service-request.ts';
import { minute, nextDate, plus, wallClock, weekdayOf } from '../../../../src/shared/time.ts';
import { type Case, contract, type Told } from './case.ts';
import { cleanWork } from './clean.ts';
import { figureCases } from './figures.ts';
import { repeatCases } from './repeats.ts';
import { textCases } from './texts.ts';

/** One request with what must be said of it. */
export interface Labelled {
  readonly work: CustomersWork;
  readonly wrong: readonly string[];
}

export const zone = 'America/New_York';

function plusDays(date: string, days: number): string {
  let at = date;
  for (let n = 0; n < days; n += 1) at = nextDate(at);
  return at;
}

function saturday(date: string): string {
  let at = date;
  while (weekdayOf(at) !== 6) at = nextDate(at);
  return at;
}

function workOf(
  told: Told,
  { id, date, first }: { id: string; date: string; first: string },
): CustomersWork {
  const { at = '10:00', day = 0, minutes = 30, notes = [], role = 'technician' } = told;
  const days = told.saturday ? saturday(date) : plusDays(date, day);
  const startedAt = wallClock(days, at, zone);
  return {
    customerId: told.customer ?? 'northwind',
    externalId: id,
    title: told.title,
    description: told.description,
    minutes,
    by: told.by ?? `person${id.replaceAll('-', '')}`,
    role,
    rate: told.rate,
    startedAt,
    openedAt: startedAt,
    closedAt: plus(startedAt, minutes * minute),
    notes,
    causedBy: told.causedBy,
    reopens: told.reopensFirst ? first : undefined,
    amountMinor:
      told.amountMinor ?? (Math.ceil(minutes / 15) * 15 * (contract.rates[role] ?? 0)) / 60,
  };
}

/** Each case on days of its own, so that none meets another; a case of Orla's has a month of its own. */
function place(cases: readonly Case[]): Labelled[] {
  let date = '2026-01-05';
  let month = 1;
  return cases.flatMap((requests, at) => {
    const isOrla = requests[0]?.customer === 'orla';
    const from = firstFitting(isOrla ? `2026-0${month}-02` : date, requests);
    if (isOrla) month += 1;
    else date = plusDays(from, Math.max(...requests.map(lastDay)) + 1);
    return requests.map((told, index) => ({
      work: workOf(told, { id: `R-${at}-${index}`, date: from, first: `R-${at}-0` }),
      wrong: told.wrong,
    }));
  });
}

function lastDay({ day = 0, saturday: isSaturday }: Told): number {
  return isSaturday ? 7 : day;
}

/** The first date from which every request of the case falls on a working day. */
function firstFitting(date: string, requests: Case): string {
  let from = date;
  const isWorking = ({ day = 0 }: Told) => {
    const on = plusDays(from, day);
    return weekdayOf(on) <= 5 && on !== '2026-07-03';
  };
  while (!requests.every(isWorking)) from = nextDate(from);
  return from;
}

const clean: Case[] = Array.from({ length: 190 }, (_, index): Case => {
  const [title, description, minutes, notes] = cleanWork[index % cleanWork.length] ?? [
    '',
    '',
    0,
    [],
  ];
  const where =
    ['', ' (Leeds)', ' (Hull)', ' (Bristol)', ' (yard)', ' (canteen)', ' (archive)'][
      Math.floor(index / cleanWork.length)
    ] ?? '';
  return [{ title: `${title}${where}`, description, minutes, notes, wrong: [] }];
});

/** Every labelled request there is, some four hundred. */
export function writeRequests(): Labelled[] {
  return place([...clean, ...textCases, ...figureCases, ...repeatCases]);
}
