import { z } from 'zod';
import { outsideActions } from '../conversation/arrival/outside-answer.ts';
import { contactMethods, outsideMethods } from '../customers/person.ts';
import { actionIds, messageNames } from '../delivery/card.ts';
import { customersRequestEntry } from '../setup/request-entry.ts';
import { list, mapping } from '../setup/shape.ts';
import { oneOf, value, wholeNumber } from '../setup/values.ts';
import { eventKinds } from '../timeline/event.ts';
import { milestoneStates } from '../transitions/milestone.ts';
import { mediumStates } from './carrier.ts';
import { parseDuration, parseShift } from './when.ts';

const yesOrNo = value(input => (typeof input === 'boolean' ? input : null), 'true or false');
const name = sentence(200);
const words = sentence(4_000);
/** Read later, when the beginning and the zone are known. */
const moment = sentence(60);

const duration = value(
  input => (typeof input === 'string' ? parseDuration(input) : null),
  'a duration, like 30m or 3h2m',
);

const shift = value(
  input => (typeof input === 'string' ? parseShift(input) : null),
  'how far the clock jumps, like -1h or +90m',
);

/** Chat is every message we send by itself. */
const reachedBy = oneOf(contactMethods).optional();

const key = value(input => {
  const pressed = typeof input === 'number' ? String(input) : input;
  return typeof pressed === 'string' && /^[0-9*#]{1,8}$/.test(pressed) ? pressed : null;
}, 'a key of the telephone in quotes, like "1"');

const yes = value(input => (input === true ? true : null), 'true, or leave the key out');

/** Each form of a script entry, under the key that tells it apart. */
export const entryForms = {
  answers: mapping({
    from: moment,
    until: moment.optional(),
    person: name,
    answers: oneOf(actionIds),
    within: duration,
    says: words.optional(),
  }),
  says: mapping({
    at: moment,
    person: name,
    place: name.optional(),
    says: words,
    aside: yesOrNo.default(false),
  }),
  presses: mapping({
    at: moment,
    person: name,
    presses: oneOf(actionIds),
    value: value(readValue, 'minutes, a score or a time').optional(),
  }),
  milestone: mapping({ at: moment, milestone: name, becomes: oneOf(milestoneStates), by: name }),
  event: mapping({
    at: moment,
    event: mapping({
      customer: name,
      externalId: name,
      text: words,
      visibility: oneOf(['internal', 'shared']).default('internal'),
    }),
  }),
  request: mapping({ at: moment, request: customersRequestEntry }),
  engine: mapping({ at: moment, engine: oneOf(['stopped', 'running']) }),
  clock: mapping({ at: moment, clock: shift }),
  unreachable: mapping({ at: moment, unreachable: name, via: reachedBy }),
  reachable: mapping({ at: moment, reachable: name, via: reachedBy }),
  medium: mapping({ at: moment, medium: oneOf(contactMethods), becomes: oneOf(mediumStates) }),
  replies: mapping({ at: moment, person: name, replies: words, via: oneOf(outsideMethods) }),
  keys: mapping({
    at: moment,
    person: name,
    keys: key,
    via: oneOf(['voice']).default('voice'),
  }),
  confirms: mapping({
    at: moment,
    person: name,
    confirms: oneOf(outsideActions),
    via: oneOf(outsideMethods),
  }),
} as const;

export type EntryKind = keyof typeof entryForms;
const entryKinds = Object.keys(entryForms) as readonly EntryKind[];

/** The form an entry is written in, by the first telling key it has. */
export function formOf(entry: unknown): EntryKind | null {
  if (typeof entry !== 'object' || entry === null) return null;
  return entryKinds.find(form => Object.hasOwn(entry, form)) ?? null;
}

const times = wholeNumber(0, 1_000_000);

/** One expectation as written. */
const expectation = mapping({
  by: moment.optional(),
  after: moment.optional(),
  at: moment.optional(),
  place: name.optional(),
  person: name.optional(),
  customer: name.optional(),
  message: oneOf(messageNames).optional(),
  event: oneOf(eventKinds).optional(),
  via: oneOf(contactMethods).optional(),
  audience: oneOf(['shared', 'internal']).optional(),
  offers: oneOf(actionIds).optional(),
  edited: yesOrNo.optional(),
  contains: z
    .preprocess(input => (Array.isArray(input) ? input : [input]), list(words, 50))
    .optional(),
  matches: value(readPattern, 'a regular expression in quotes').optional(),
  never: yes.optional(),
  count: mapping({
    atLeast: times.optional(),
    atMost: times.optional(),
    exactly: times.optional(),
  }).optional(),
});

export type ExpectationForm = z.output<typeof expectation>;

function readValue(input: unknown): string | null {
  if (typeof input === 'number') return String(input);
  return typeof input === 'string' && input.length <= 60 ? input : null;
}

function readPattern(input: unknown): RegExp | null {
  if (typeof input !== 'string' || input === '' || input.length > 500) return null;
  try {
    return new RegExp(input, 'u');
  } catch {
    // What cannot be compiled is no pattern; the reader is told so.
    return null;
  }
}

/** A scenario file as written; script entries are read one by one, each by its own form. */
export const scenarioForm = mapping({
  name: name.optional(),
  setup: value(
    input => (typeof input === 'string' || isMapping(input) ? input : null),
    'the path of a setup file from here, or the setup itself',
  ),
  from: moment,
  until: moment,
  seed: wholeNumber(0, 2 ** 31).default(1),
  script: list(z.unknown(), 20_000).default([]),
  expect: list(expectation, 5_000).default([]),
});

export type ScenarioForm = z.output<typeof scenarioForm>;

function isMapping(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function sentence(most: number) {
  return value(input => {
    const text = typeof input === 'string' ? input.trim() : '';
    return text !== '' && text.length <= most ? text : null;
  }, `text of at most ${most} characters, in quotes`);
}
