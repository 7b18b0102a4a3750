import type { Contract } from '../../../../src/requests/contract.ts';
import type { Work } from '../../../../src/requests/service-request.ts';

/** A request as somebody wrote it down; times are filled in by its place in the month. */
export interface Told
  extends Partial<Omit<Work, 'title' | 'closedAt' | 'startedAt' | 'openedAt' | 'externalId'>> {
  readonly title: string;
  /** "10:00" on the wall clock of the customer; 10:00 when left out. */
  readonly at?: string;
  /** How many days after the case's first day; 0 when left out. */
  readonly day?: number;
  /** A working day is meant, unless it says `saturday`. */
  readonly saturday?: true;
  readonly openedDay?: number;
  /** Of the customer with included hours. */
  readonly customer?: 'orla';
  /** Which of the case's requests `reopens` names, by position. */
  readonly reopensFirst?: true;
  /** The rules that must speak of it; none = it is right. */
  readonly wrong: readonly string[];
}

/** Requests that belong together: read on days of their own. */
export type Case = readonly Told[];

/** What both practice customers agreed. `orla` has ten hours a month, for technicians. */
export const contract: Contract = {
  currency: 'USD',
  includedMinutes: 0,
  includedRoles: ['technician'],
  rates: { technician: 9_600, engineer: 14_400 },
  afterHours: { technician: 14_400, engineer: 21_600 },
  hours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: ['2026-07-03'] },
  roundingMinutes: 15,
  covers: ['morning backup check', 'monthly server patching'],
  reworkDays: 14,
  freeTravelUnderMinutes: 60,
  ours: [
    {
      id: 'CHG-104',
      at: new Date('2026-03-10T02:00:00Z'),
      what: 'new firewall rules for the warehouse scanners',
    },
    { id: 'INC-31', at: new Date('2026-04-14T12:00:00Z'), what: 'mail gateway outage' },
  ],
};

/** What is not to be read in a bill of Northwind's. */
export const foreignWords = [
  'Lakeside Clinics',
  'Atelier Mirelle',
  'Joanna Pike',
  'Tomás Rey',
  '14 Harbour Road',
  '@lakeside.example',
];
