import type { Customer } from '../../customers/customer.ts';
import type { Conversation, SeatName } from './seat.ts';
import type { Strip } from './strip.ts';

interface About {
  readonly customer: Customer;
  readonly strip: Strip | null;
}

/** Things one might say next in this seat and conversation, most useful first. */
export function suggestionsFor(
  seat: SeatName,
  kind: Conversation['kind'],
  { customer, strip }: About,
): string[] {
  if (seat === 'customer')
    return ["what's happening now?", "what's next?", 'page', "I'm a bit nervous about tonight"];
  const { id } = customer;
  if (kind === 'shared') return ['status', `I'm here and looking at it`];
  if (seat === 'manager') return ['portfolio', `cadence ${id} daily`, `why ${id}`, 'audit', 'help'];
  const step = strip?.milestones.find(one => one.state === 'underway' || one.state === 'planned');
  const move = step?.state === 'underway' ? 'done' : 'underway';
  const steps = step ? [`milestone ${id} ${step.key} ${move}`] : [];
  return [...steps, `brief ${id}`, 'ack', `publish ${id}: All as planned so far.`, 'help'];
}
