import { outsideMethods } from '../../../src/customers/person.ts';
import { localPlatform } from '../../../src/delivery/find-way.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import type { Clock } from '../../../src/shared/clock.ts';
import { plus } from '../../../src/shared/time.ts';
import { courseOf, downFor, type Fault, isStanding, isVoices } from './fault.ts';

/** One request of ours, and what became of it. */
export interface Try {
  readonly at: Date;
  readonly customerId: string;
  readonly messageId: string;
  readonly personId: string;
  readonly via: string;
  readonly name: string;
  readonly isEdit: boolean;
  readonly isRepeat: boolean;
  readonly fault: Fault | null;
  /** It is with the person now. */
  readonly isTaken: boolean;
}

/** Something a carrier says later. */
export interface Word {
  readonly at: Date;
  readonly messageId: string;
  readonly outcome: 'undelivered' | 'no-answer';
}

/**
 * Every medium outside chat, on the test's clock. Each customer has faults of its own, met one after the other by the
 * first requests about it that can meet them; what lasts is met again by the same number, or the whole medium.
 */
export function openCarriers(clock: Clock, planOf: (customerId: string) => readonly Fault[]) {
  const tries: Try[] = [];
  const words: Word[] = [];
  const left = new Map<string, Fault[]>();
  const standing = new Map<string, { readonly fault: Fault; readonly until: Date }>();

  function faultOf(customerId: string, via: string, number: string): Fault | null {
    const now = clock.now();
    const lasting = [standing.get(`${customerId} ${via}`), standing.get(`${customerId} ${number}`)];
    const held = lasting.find(one => one && one.until > now);
    if (held) return held.fault;
    const plan = left.get(customerId) ?? [...planOf(customerId)];
    left.set(customerId, plan);
    const at = plan.findIndex(fault => {
      if (isVoices(fault)) return via === 'voice';
      return fault === 'stop' ? via === 'sms' : true;
    });
    if (at < 0) return null;
    const [fault = null] = plan.splice(at, 1);
    if (fault && isStanding(fault)) {
      const what = fault === 'down' ? via : number;
      const until = fault === 'down' ? plus(now, downFor) : new Date('2100-01-01T00:00:00Z');
      standing.set(`${customerId} ${what}`, { fault, until });
    }
    return fault;
  }

  async function take(message: Outgoing, isEdit: boolean): Promise<Sent> {
    const { messageId, card, to, via, address, isRepeat } = message;
    const customerId = card.customerId ?? '';
    const isCall = card.name === 'page' && !isEdit;
    const fault = isCall ? faultOf(customerId, via, `${via} ${address.id}`) : null;
    const { sent, isTaken, report } = courseOf(fault, messageId);
    const at = clock.now();
    const { name } = card;
    tries.push({
      at,
      customerId,
      messageId,
      personId: to,
      via,
      name,
      isEdit,
      isRepeat,
      fault,
      isTaken,
    });
    if (report) words.push({ at: plus(at, report.after), messageId, outcome: report.outcome });
    return sent;
  }

  const surfaceOf = (platform: string): Surface => ({
    platform,
    send: message => take(message, false),
    edit: message => take(message, true),
    find: async () => undefined,
  });
  return {
    tries,
    words,
    connected: outsideMethods.map(surfaceOf),
    /** Chat, where the customer's receipts and the internal place are. */
    everywhere: {
      platform: localPlatform,
      send: async ({ messageId }) => ({ outcome: 'sent', ref: messageId }),
      edit: async (_message, ref) => ({ outcome: 'sent', ref }),
      find: async () => undefined,
    } satisfies Surface,
  };
}

export type Carriers = ReturnType<typeof openCarriers>;
