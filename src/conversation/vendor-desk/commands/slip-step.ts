import type { Customer } from '../../../customers/customer.ts';
import { internal, type Text, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import { slipMilestone } from '../../../transitions/slip-milestone.ts';
import { note, type Reply } from '../../replies/reply.ts';

export interface StepSlip {
  readonly customer: Customer;
  readonly step: { readonly name: string; readonly milestone: Milestone };
  readonly to: Date;
  readonly reason: string | null;
  readonly byId: string;
}

/** Gives a step its new time, and says which steps moved and what the customer reads. */
export async function slipStep(trip: Trip, slip: StepSlip): Promise<Reply> {
  const { customer, step, to, reason, byId } = slip;
  const slipped = await slipMilestone(trip, { milestoneId: step.milestone.id, byId, reason, to });
  switch (slipped.outcome) {
    case 'over':
      return note(customer.id, internal`${step.name} is over; nothing is left to move.`);
    case 'earlier':
      return note(
        customer.id,
        internal`${time(to)} is no later than the plan has it, ${time(step.milestone.plannedUntil)}, so nothing moves.`,
      );
    case 'slipped': {
      await notifyAskers(trip, customer.id);
      const lines = slipped.moves.map(
        (move): Text<'internal'> =>
          internal`${move.milestone.name}: ${time(move.milestone.plannedFrom)}–${time(move.milestone.plannedUntil, 'bare')} → ${time(move.from)}–${time(move.until, 'bare')}`,
      );
      return note(
        customer.id,
        internal`${customer.name} has been told, with the old and the new times.`,
        ...lines,
      );
    }
  }
}
