import type { Customer } from '../../../customers/customer.ts';
import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import { listMilestones } from '../../../transitions/list-milestones.ts';
import type { Milestone, MilestoneState } from '../../../transitions/milestone.ts';
import { moveMilestone } from '../../../transitions/move-milestone.ts';
import { zoneOf } from '../../arrival/turn.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { matchName } from '../../words/names.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';
import { readMilestone, type SaidStep } from './milestone-words.ts';
import { slipStep } from './slip-step.ts';
import { readSlip } from './slip-words.ts';
import { usageOf } from './usage.ts';

/** `milestone backup done [at 18:40]`: what became of a step of the plan; the customer reads it. */
export async function milestone(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const asking = { now: trip.now, timeZone: zoneOf(command.turn) };
    const steps = await listSteps(trip, customer);
    const slip = readSlip(rest, asking);
    const slipped = slip && findStep(slip.name, steps);
    if (slip?.to && slipped)
      return [
        await slipStep(trip, {
          customer,
          step: slipped,
          to: slip.to,
          reason: slip.reason,
          byId: command.actor.id,
        }),
      ];
    if (slip?.reason && slipped)
      return move(trip, command, {
        customer,
        step: slipped,
        to: 'late',
        at: null,
        reason: slip.reason,
      });
    const read = readMilestone(rest, asking);
    const exact = exactStep(rest, steps);
    if (exact && read) return move(trip, command, { customer, ...read, step: exact });
    if (!read || read.name === '') return [howTo(customer, steps)];
    const match = matchName(read.name, steps);
    if (match.kind === 'none') return [howTo(customer, steps)];
    if (match.kind !== 'one')
      return [await askWhich(trip, command, { customer, found: match.found, read })];
    return move(trip, command, { customer, ...read, step: match.found });
  });
}

/** A step of the plan, found by its short name or its long one. */
interface Step {
  readonly id: string;
  readonly name: string;
  readonly milestone: Milestone;
}

async function listSteps({ tx, now }: Trip, customer: Customer): Promise<Step[]> {
  const transitions = await findCurrentTransitions(tx, customer.id, now);
  const ids = transitions.map(({ id }) => id);
  const milestones = await listMilestones(tx, ids);
  return milestones.map(milestone => ({ id: milestone.key, name: milestone.name, milestone }));
}

/** "northwind/erp/backup done", as a form gives it: no other step can be meant. */
function exactStep(said: string, steps: readonly Step[]): Step | undefined {
  const [id = ''] = said.trim().split(/\s+/);
  return steps.find(({ milestone }) => milestone.id === id);
}

/** The one step these words name, by its full id or by name. */
function findStep(name: string, steps: readonly Step[]): Step | null {
  const exact = exactStep(name, steps);
  if (exact) return exact;
  const match = matchName(name, steps);
  return match.kind === 'one' ? match.found : null;
}

interface Move {
  readonly customer: Customer;
  readonly step: Step;
  readonly to: MilestoneState;
  readonly at: Date | null;
  readonly reason?: string | null;
}

async function move(
  trip: Trip,
  { actor }: Command,
  { customer, step, to, at, reason = null }: Move,
): Promise<Reply[]> {
  const asked = { milestoneId: step.milestone.id, to, byId: actor.id, reason };
  const moved = await moveMilestone(trip, at ? { ...asked, at } : asked);
  if (moved.outcome === 'already')
    return [note(customer.id, internal`${step.name} is ${to} already.`)];
  if (moved.outcome === 'refused') {
    const possible = moved.possible.join(', ');
    return [
      note(
        customer.id,
        internal`${step.name} is ${moved.from}; from there it can become ${possible}.`,
      ),
    ];
  }
  await notifyAskers(trip, customer.id);
  return [note(customer.id, internal`${step.name}: ${to}. ${customer.name} can read it.`)];
}

function howTo(customer: Customer, steps: readonly Step[]): Reply {
  const known = steps.map(({ id }) => id).join(', ');
  if (known === '')
    return note(customer.id, internal`${customer.name} has no plan with steps right now.`);
  return note(
    customer.id,
    internal`Which step, and what became of it? ${usageOf('milestone')}. It can be underway, done, late, cancelled or rolled-back.`,
    internal`Steps of ${customer.name}: ${known}.`,
  );
}

async function askWhich(
  trip: Trip,
  { turn }: Command,
  { customer, found, read }: { customer: Customer; found: readonly Step[]; read: SaidStep },
): Promise<Reply> {
  const options = found.slice(0, 4).map(step => ({
    label: step.name,
    says: `milestone ${customer.id}: ${step.milestone.id} ${read.to} ${read.at?.toISOString() ?? ''}`,
  }));
  const question = internal`Which step do you mean?`;
  return askChoice(trip, turn, {
    audience: 'internal',
    customerId: customer.id,
    question,
    options,
  });
}
