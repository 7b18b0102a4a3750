import type { Trip } from '../../../shared/database.ts';
import { findSession } from '../../../sign-in/find-session.ts';
import type { Session } from '../../../sign-in/session.ts';
import { assertMay, type Params } from './assert-may.ts';
import type { Route } from './routes.ts';

/** Somebody asks for an address, with what their browser brings. */
export interface Asking {
  readonly route: Route;
  readonly secret: string | null;
  readonly params: Params;
}

/** Who it is, where they are signed in; null where nobody is. Refuses whoever may not, as if there were nothing. */
export async function admit(
  trip: Pick<Trip, 'tx' | 'run' | 'now'>,
  { route, secret, params }: Asking,
): Promise<Session | null> {
  const session = secret === null ? null : await findSession(trip, secret);
  if (session) await assertMay(trip, route, { person: session.person, params });
  return session;
}
