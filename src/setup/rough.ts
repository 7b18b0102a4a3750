import { z } from 'zod';
import { readInstant, readTimeOfDay } from './values.ts';

/**
 * A setup as far as it can be understood, with null where it cannot: so that references are checked even
 * while other values are wrong, and every problem is told at once. List positions stay as written.
 */
const text = z.string().nullable().catch(null);
const moment = z.unknown().optional().transform(readInstant);

function list<T extends z.core.SomeType>(item: T) {
  return z.preprocess(input => (Array.isArray(input) ? input : []), z.array(item));
}

function part<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.preprocess(input => (isMapping(input) ? input : {}), z.object(shape));
}

function isMapping(input: unknown): boolean {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

const identity = part({
  platform: text,
  workspace: text,
  tenant: text,
  address: text,
  user: text,
  channel: text,
  conversation: text,
});

const contact = part({ via: text, to: text });
const span = { from: moment, until: moment };
const milestone = part({ id: text, owner: text, ...span });
const transition = part({ id: text, window: part(span), milestones: list(milestone) });
const place = part({ id: text, audience: text, partners: list(text), identities: list(identity) });

const target = z.unknown().transform(input => {
  if (typeof input === 'string') return { name: input };
  const { schedule, skill } = part({ schedule: text, skill: text }).parse(input);
  return { schedule, skill };
});

/** One entry of `people`, as far as it can be understood. */
export const roughPerson = part({
  id: text,
  side: text,
  customer: text,
  customers: list(text),
  skills: list(text),
  contact: list(contact),
  identities: list(identity),
});

/** One entry of `customers`, as far as it can be understood. */
export const roughCustomer = part({
  id: text,
  businessHours: part({
    from: z.unknown().optional().transform(readTimeOfDay),
    to: z.unknown().optional().transform(readTimeOfDay),
  }),
  people: part({
    leader: text,
    members: list(text),
    advocate: text,
    backup: text,
    sales: text,
    manager: text,
  }),
  places: list(place),
  escalation: text,
  transitions: list(transition),
});

const turns = part({ people: list(text) });

const maybe = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z
    .unknown()
    .optional()
    .transform(input => (isMapping(input) ? z.object(shape).parse(input) : null));

const hook = part({
  id: text,
  customer: z
    .union([z.string(), z.object({ is: z.record(z.string(), z.string()) })])
    .catch({ is: {} }),
  publish: z.boolean().catch(false),
  like: text,
  rules: list(
    part({
      event: maybe({ visibility: text }),
      move: maybe({}),
      page: maybe({ visibility: text }),
    }),
  ),
});

const webhook = part({ id: text, customers: list(text), tells: list(text), audience: text });

const frame = part({
  schedules: list(
    part({
      id: text,
      rotation: z
        .unknown()
        .optional()
        .transform(input => (input === undefined ? null : turns.parse(input))),
      layers: list(part({ rotation: turns })),
      overrides: list(part({ from: text, until: text, person: text })),
    }),
  ),
  escalations: list(
    part({ id: text, levels: list(part({ to: list(target) })), fallback: list(target) }),
  ),
  hooks: list(hook),
  webhooks: list(webhook),
});

export interface Rough extends z.output<typeof frame> {
  readonly people: z.output<typeof roughPerson>[];
  readonly customers: z.output<typeof roughCustomer>[];
}
export type RoughTarget = z.output<typeof target>;
export type RoughIdentity = z.output<typeof identity>;

/** Understands what it can of what stands around people and customers; never fails. */
export function roughly(input: unknown): z.output<typeof frame> {
  return frame.parse(input);
}
