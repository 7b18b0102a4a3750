import { z } from 'zod';
import { transitionKinds } from '../confidence/policy.ts';
import { contactMethods } from '../customers/person.ts';
import { sides } from '../customers/side.ts';
import { phraseLanguages } from '../delivery/phrases/phrase.ts';
import { roles } from '../paging/ladder/target.ts';
import { minorDigits } from '../shared/money.ts';
import { setupHook } from './hook-schema.ts';
import { filled, list, mapping } from './shape.ts';
import {
  countryCode,
  date,
  id,
  instant,
  mailAddress,
  minutes,
  name,
  oneOf,
  paragraph,
  platformId,
  regionCode,
  timeOfDay,
  timeZone,
  turnDays,
  value,
  wallMoment,
  webAddress,
  wholeNumber,
  word,
  wrong,
} from './values.ts';
import { setupWebhook } from './webhook-schema.ts';

const personIdentity = z.discriminatedUnion(
  'platform',
  [
    mapping({ platform: z.literal('slack'), workspace: platformId, user: platformId }),
    mapping({ platform: z.literal('teams'), tenant: platformId, user: platformId }),
    mapping({ platform: z.literal('mail'), address: mailAddress }),
  ],
  {
    error: issue =>
      wrong(
        platformOf(issue.input),
        '{ platform: slack, workspace, user }, { platform: teams, tenant, user } or { platform: mail, address }',
      ),
  },
);

const placeIdentity = z.discriminatedUnion(
  'platform',
  [
    mapping({ platform: z.literal('slack'), workspace: platformId, channel: platformId }),
    mapping({ platform: z.literal('teams'), tenant: platformId, conversation: platformId }),
    mapping({ platform: z.literal('mail'), address: mailAddress }),
  ],
  {
    error: issue =>
      wrong(
        platformOf(issue.input),
        '{ platform: slack, workspace, channel }, { platform: teams, tenant, conversation } or { platform: mail, address }',
      ),
  },
);

function platformOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'platform' in input
    ? input.platform
    : input;
}

/** English, and those our sentences are written in. */
const languages = ['en', ...phraseLanguages] as const;

const contactAfter = minutes(0, 24 * 60, 'a duration up to a day, like 90s or 2m').default(0);

const contact = mapping({
  via: oneOf(contactMethods),
  to: value(
    input => (typeof input === 'string' && /^\S{3,254}$/.test(input) ? input : null),
    'a number or address in quotes, like "+15550100"',
  ).optional(),
  after: contactAfter,
  verified: z.boolean('does not fit; write true or false').optional(),
});

/** Days of the week as a file writes them, Monday first. */
export const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const weekdays = filled(
  oneOf(dayNames).transform(day => dayNames.indexOf(day) + 1),
  'day',
);

const businessHours = mapping({
  days: weekdays,
  from: timeOfDay,
  to: timeOfDay,
  holidays: list(date, 1_000).default([]),
});

/** One entry of `people`. */
export const setupPerson = mapping({
  id,
  name,
  side: oneOf(sides),
  customer: id.optional(),
  customers: list(id, 500).default([]),
  timeZone: timeZone.optional(),
  language: oneOf(languages).optional(),
  contact: list(contact, 20).optional(),
  media: mapping({ never: list(oneOf(contactMethods), 10).default([]) }).optional(),
  skills: list(word, 50).default([]),
  active: z.boolean('does not fit; write true or false').optional(),
  identities: list(personIdentity, 20).optional(),
  hours: businessHours.optional(),
  leave: webAddress.optional(),
});

const span = { from: instant, until: instant };

const milestone = mapping({
  id,
  name,
  ...span,
  after: list(id, 50).default([]),
  owner: id.optional(),
});

/** One entry of the `transitions` of a customer. */
export const setupTransition = mapping({
  id,
  kind: oneOf(transitionKinds),
  name,
  window: mapping(span),
  milestones: list(milestone, 500).default([]),
});

const place = mapping({
  id,
  audience: oneOf(['shared', 'internal']),
  listening: oneOf(['questions', 'mentions']).default('questions'),
  language: oneOf(languages).optional(),
  tell: oneOf(['all', 'page']).default('all'),
  partners: list(id, 100).default([]),
  identities: list(placeIdentity, 20).optional(),
});

const holidays = mapping({
  country: countryCode,
  region: regionCode.optional(),
  also: list(date, 1_000).default([]),
  except: list(date, 1_000).default([]),
});

/** An hour's price by role, in the currency's minor unit. */
const prices = z.record(word, wholeNumber(0, 100_000_000), {
  error: issue => wrong(issue.input, 'a price an hour for each role, like { technician: 9600 }'),
});

const monthMinutes = minutes(0, 31 * 24 * 60, 'a duration, like 10h');

const contract = mapping({
  currency: value(
    input => (typeof input === 'string' && minorDigits(input) !== null ? input : null),
    'the three letters of a currency, like USD',
    { type: 'string', examples: ['USD'] },
  ),
  included: monthMinutes.default(0),
  includedRoles: list(word, 50).default([]),
  rates: prices,
  afterHours: prices.default({}),
  hours: businessHours.optional(),
  rounding: minutes(1, 24 * 60, 'a duration, like 15m').default(1),
  covers: list(name, 500).default([]),
  reworkDays: wholeNumber(0, 366).default(14),
  freeTravelUnder: monthMinutes.default(0),
  ours: list(mapping({ id: name, at: instant, what: name }), 2_000).default([]),
});

const ownWords = list(name, 500).default([]);

/** One entry of `customers`. */
export const setupCustomer = mapping({
  id,
  name,
  timeZone,
  language: oneOf(languages).optional(),
  businessHours: businessHours.default({
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '17:00',
    holidays: [],
  }),
  holidays: holidays.optional(),
  handEmoji: list(word, 10).default([]),
  brief: paragraph.default(''),
  words: mapping({
    systems: ownWords,
    sites: ownWords,
    products: ownWords,
    people: ownWords,
  }).default({ systems: [], sites: [], products: [], people: [] }),
  people: mapping({
    leader: id.optional(),
    members: list(id, 500).default([]),
    advocate: id,
    backup: id.optional(),
    sales: id.optional(),
    manager: id.optional(),
  }),
  contract: contract.optional(),
  places: list(place, 100).default([]),
  escalation: id.default('default'),
  transitions: list(setupTransition, 100).default([]),
});

const rotation = mapping({ every: turnDays, start: wallMoment, people: filled(id, 'person') });

const dutyHours = mapping({
  days: weekdays.default([1, 2, 3, 4, 5, 6, 7]),
  from: timeOfDay.default('00:00'),
  until: timeOfDay.default('24:00'),
});

const layer = mapping({ rotation, only: dutyHours.optional() });

/** One entry of `schedules`. */
export const setupSchedule = mapping({
  id,
  timeZone,
  rotation: rotation.optional(),
  layers: list(layer, 50).default([]),
  overrides: list(mapping({ from: wallMoment, until: wallMoment, person: id }), 2_000).default([]),
});

const strategy = oneOf(['in-order', 'first-available']);

const target = z.union(
  [
    id,
    mapping({ schedule: id }),
    mapping({ skill: word, strategy: strategy.default('first-available') }),
  ],
  {
    error: issue =>
      wrong(
        issue.input,
        `a role (${roles.join(', ')}), a person's id, { schedule: duty } or { skill: databases }`,
      ),
  },
);

const level = mapping({
  to: filled(target, 'role, person or schedule'),
  wait: minutes(0.25, 24 * 60, 'a duration from 15s to 1d, like 5m'),
  strategy: strategy.optional(),
});

/** One entry of `escalations`. */
export const setupEscalation = mapping({
  id,
  levels: filled(level, 'level'),
  repeat: wholeNumber(0, 100).default(3),
  fallback: list(target, 20).default(['manager']),
});

/** The setup file around its people and customers. Whether names fit together is asked in references.ts. */
export const setupFrame = mapping({
  organisation: mapping({ name, timeZone, hours: businessHours.optional() }),
  people: filled(z.unknown(), 'person', 500_000),
  customers: list(z.unknown(), 100_000).default([]),
  schedules: list(setupSchedule, 1_000).default([]),
  escalations: filled(setupEscalation, 'escalation'),
  hooks: list(setupHook, 1_000).default([]),
  webhooks: list(setupWebhook, 1_000).default([]),
});

/** The setup file, key by key. */
export interface SetupFile extends Omit<z.output<typeof setupFrame>, 'people' | 'customers'> {
  readonly people: readonly SetupPerson[];
  readonly customers: readonly SetupCustomer[];
}

export type SetupPerson = z.output<typeof setupPerson>;
export type SetupHours = z.output<typeof businessHours>;
export type SetupCustomer = z.output<typeof setupCustomer>;
export type SetupHolidays = z.output<typeof holidays>;
export type SetupPlace = SetupCustomer['places'][number];
export type SetupTransition = SetupCustomer['transitions'][number];
export type SetupMilestone = SetupTransition['milestones'][number];
export type SetupSchedule = SetupFile['schedules'][number];
export type SetupEscalation = SetupFile['escalations'][number];
export type SetupTarget = z.output<typeof target>;
