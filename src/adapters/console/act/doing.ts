import type { Ports } from '../../../shared/database.ts';
import type { Session } from '../../../sign-in/session.ts';
import { everyCustomer } from '../../api/right.ts';
import type { RawCall } from '../../api/v1/operation.ts';
import type { Rehearse } from '../look/rehearsal.ts';

/** One form that somebody sent who may. */
export interface Doing {
  readonly ports: Ports;
  readonly session: Session;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly rehearse: Rehearse | null;
}

/** The same as a call of the API in this person's name, so that console and API do the very same. */
export function callOf({ session }: Doing, call: Pick<RawCall, 'params' | 'body'>): RawCall {
  const { id, person } = session;
  const bearer = {
    id: `console:${id}`,
    name: person.id,
    customers: [everyCustomer],
    mayPublish: true,
    may: ['pages'] as const,
  };
  return { ...call, bearer, ifMatch: null, query: {} };
}
