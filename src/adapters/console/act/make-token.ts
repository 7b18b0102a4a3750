import { z } from 'zod';
import { createToken } from '../../api/create-token.ts';
import { HttpProblem } from '../../api/problem.ts';
import { readTokenWish } from '../../api/read-token-wish.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { isTheirs } from '../look/load-systems.ts';
import type { Doing } from './doing.ts';
import { several } from './several.ts';

const wish = z.object({
  name: z.string().max(200),
  customers: z.string().max(4_000),
  may: several.default([]),
  publish: z.literal('yes').optional(),
  expires: z.string().trim().max(40),
});

/** A token, the only time it can be seen. */
export interface MadeToken {
  readonly secret: string;
  readonly name: string;
}

/** Lets another system in, by the rules of `handrail token create`, for customers that whoever asks answers for. */
export async function makeToken({ ports, session, body }: Doing): Promise<MadeToken> {
  const { name, customers, may, publish, expires } = readForm(wish, body);
  const { person } = session;
  const said = {
    name,
    customers: [...new Set(customers.split(/[\s,]+/).filter(id => id !== ''))],
    may,
    mayPublish: publish === 'yes',
    expires: expires === '' ? null : expires,
  };
  return ports.database.trip(async trip => {
    const read = await readTokenWish(trip, said);
    if (read.kind === 'wrong')
      throw new HttpProblem(
        [422, 'invalid-form'],
        read.problems.map(({ field, text }) => `${fieldWords[field]}${text}`).join(' '),
      );
    if (!(await isTheirs(trip, person, ['token', said.customers]))) throw nothingHere();
    const secret = await createToken(trip, { ...read.wish, byId: person.id });
    return { secret, name: read.wish.name };
  });
}

const fieldWords = {
  name: 'What it is for',
  customer: 'Customers',
  may: 'What it may do',
  expires: 'Until when',
} as const;
