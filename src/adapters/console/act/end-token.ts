import { revokeToken } from '../../api/revoke-token.ts';
import { nothingHere } from '../door/assert-may.ts';
import { doneAt } from '../look/done.ts';
import { isTheirs } from '../look/load-systems.ts';
import type { Doing } from './doing.ts';

/** Ends a token of customers that whoever asks answers for. One that reaches others is not there. */
export async function endToken({ ports, session, params }: Doing): Promise<string> {
  const { id = '' } = params;
  const { person } = session;
  await ports.database.trip(async trip => {
    const token = await trip.tx.apiToken.findUnique({ where: { id } });
    if (!token || !(await isTheirs(trip, person, ['token', token.customers]))) throw nothingHere();
    await revokeToken(trip, { id, byId: person.id });
  });
  return doneAt('/console/systems', 'revoked');
}
