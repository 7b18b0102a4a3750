import type { Contact, Person } from '../customers/person.ts';
import { isConfirmed, isConnected, type Known, withPhones } from '../reach/ways.ts';
import { isBusinessTime, type Working } from '../shared/business-hours.ts';
import { hour, plus } from '../shared/time.ts';

/**
 * How far one of the vendor's people can be reached when they serve. `none`: by nothing. `unconfirmed`: only by ways
 * whose owner has not confirmed them. `chat-only`: by nothing that wakes them.
 */
export type Reachability = 'ready' | 'chat-only' | 'unconfirmed' | 'none';

/** A stretch in which somebody may be called. */
export interface Stretch {
  readonly from: Date;
  readonly until: Date;
}

export interface Serving {
  readonly person: Pick<Person, 'id' | 'contact'>;
  readonly working: Working;
  /** When they may be called; null = at any hour. */
  readonly stretches: readonly Stretch[] | null;
}

/** How somebody can be reached at the hours they serve, as things stand. */
export function reachabilityOf(
  { person, working, stretches }: Serving,
  known: Known,
): Reachability {
  const ways = withPhones(person, known).filter(one => !one.isUnwanted && isConnected(one, known));
  if (ways.length === 0) return isLeftWithChat(person) ? 'chat-only' : 'none';
  const outside = ways.filter(({ via }) => via !== 'chat');
  if (outside.some(one => isConfirmed(person.id, one, known))) return 'ready';
  if (isAwake(stretches, working) && outside.length < ways.length) return 'ready';
  return outside.length > 0 ? 'unconfirmed' : 'chat-only';
}

/** Whose ways are all written but out of use is called by chat, unless they want no chat. */
function isLeftWithChat({ contact }: Serving['person']): boolean {
  return contact.length > 0 && !contact.some(one => one.via === 'chat' && one.isUnwanted);
}

/** Do they serve only while they work anyway? Then chat reaches them. */
function isAwake(stretches: readonly Stretch[] | null, working: Working): boolean {
  if (stretches === null) return false;
  return stretches.every(({ from, until }) => {
    for (let at = from; at < until; at = plus(at, hour)) {
      if (!isBusinessTime(at, working)) return false;
    }
    return true;
  });
}

/** Is there a medium here that would wake anybody? Without one, that is the operator's to mend and nobody else's. */
export function canWake({ connected }: Known, contact: readonly Contact[]): boolean {
  return connected === null ? contact.some(({ via }) => via !== 'chat') : connected.size > 0;
}
