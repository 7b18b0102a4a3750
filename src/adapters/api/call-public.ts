import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopback } from '../../shared/loopback.ts';
import { callServer, type ServerAnswer, type ServerCall } from './call-server.ts';
import { addressProblem, isPublicAddress, type Loopback } from './public-address.ts';

/** How far a call may reach. */
export interface Reach {
  readonly loopback: Loopback;
  /** Asks what a name stands for; the system's own way when left out. */
  readonly resolve?: typeof lookup;
}

/**
 * Calls an address that somebody else wrote down: as callServer does, and never one of this machine or of a network
 * of ours. A name is looked at in the moment of connecting, and exactly what was looked at is connected to: a second
 * answer of its name server cannot lead anywhere else. A call that is refused is `unsent`.
 */
export async function callPublic(
  call: Omit<ServerCall, 'lookup' | 'keepsConnection'>,
  reach: Reach,
): Promise<ServerAnswer> {
  const detail = addressProblem(call.url, reach.loopback);
  if (detail) return { kind: 'unsent', detail };
  return callServer({ ...call, lookup: publicLookup(reach) });
}

/** Resolves a name to public addresses only: one that is not among them has the whole name refused. */
function publicLookup({ loopback, resolve = lookup }: Reach): LookupFunction {
  return (host, options, answer) => {
    const isOurs = loopback === 'allowed' && isLoopback(host);
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, '');
      const isAllowed = ({ address }: LookupAddress) =>
        isPublicAddress(address) || (isOurs && isLoopback(address));
      const hostile = found.find(one => !isAllowed(one));
      const [first] = found;
      if (hostile || !first) {
        const what = hostile ? `${hostile.address}, which is no public address` : 'nothing';
        return answer(new Error(`${host} stands for ${what}`), '');
      }
      return options.all ? answer(null, found) : answer(null, first.address, first.family);
    });
  };
}
