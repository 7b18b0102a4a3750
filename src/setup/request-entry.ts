import type { z } from 'zod';
import { list, mapping } from './shape.ts';
import { instant, value, wholeNumber } from './values.ts';

function line(most: number) {
  return value(
    input => {
      const text = typeof input === 'string' ? input.trim() : '';
      return text !== '' && text.length <= most && isStorable(text) ? text : null;
    },
    `text of at most ${most} characters`,
    { type: 'string', minLength: 1, maxLength: most },
  );
}

// NUL cannot be stored, and a lone surrogate would come back as another character than was sent.
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

/** An amount in the currency's minor unit. */
const minor = wholeNumber(0, 1_000_000_000_000);

/** How long a request can have taken. */
export const requestMinutes = wholeNumber(0, 60_000);

const fields = {
  externalId: line(200),
  title: line(400),
  minutes: requestMinutes,
  by: line(200),
  closedAt: instant,
  description: line(8_000).optional(),
  role: line(64).optional(),
  openedAt: instant.optional(),
  startedAt: instant.optional(),
  rate: minor.optional(),
  amountMinor: minor.optional(),
  notes: list(line(4_000), 200).default([]),
  reopens: line(200).optional(),
  causedBy: line(200).optional(),
};

/** The keys of a request, in the order of the documentation. */
export const requestKeys = Object.keys(fields) as readonly (keyof typeof fields)[];

/** One closed service request, as another system, a file or a story tells it. */
export const requestEntry = mapping(fields);

/** The same with the customer it is of. */
export const customersRequestEntry = mapping({ customer: line(64), ...fields });

/** What of a request can be corrected. */
export const requestCorrection = {
  title: fields.title.optional(),
  description: fields.description,
  minutes: fields.minutes.optional(),
  role: fields.role,
  rate: fields.rate,
  amountMinor: fields.amountMinor,
  startedAt: fields.startedAt,
  notes: list(line(4_000), 200).optional(),
};

export type RequestEntry = z.output<typeof requestEntry>;
