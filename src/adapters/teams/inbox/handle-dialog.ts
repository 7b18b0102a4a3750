import type { TaskModuleRequest, TaskModuleResponse } from 'botbuilder';
import { z } from 'zod';
import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Form, FormAsk } from '../../../conversation/forms/form.ts';
import { unreachable } from '../../../shared/errors.ts';
import { receive } from '../../api/receive.ts';
import { type CardData, formData } from '../render/card-data.ts';
import { formValues, renderForm } from '../render/render-form.ts';
import { closingAnswer, dialogAnswer, refusedWords } from './answers.ts';
import { freshId } from './fresh-id.ts';
import { isSoonHandled } from './handle-press.ts';
import { readPerson } from './read-person.ts';
import type { TeamsContext } from './teams-context.ts';
import { placeOf, type TeamsTurn } from './teams-turn.ts';

/** What a button that opens a form, or one in it, says. */
export type FormButton = Exclude<CardData, { do: 'press' }>;

/** A button of a form, and the values that came with it. */
export interface Filled {
  readonly button: FormButton;
  readonly values: FormAsk['values'];
}

const submitted = z.looseObject({ handrail: formData });

/** What `task/fetch` and `task/submit` carry; null for a dialog that is not ours. */
export function filledFrom(data: unknown): Filled | null {
  const parsed = submitted.safeParse(data);
  if (!parsed.success) return null;
  const { handrail, ...fields } = parsed.data;
  return { button: handrail, values: formValues(fields) };
}

/** Who fills in a form, and where what it means is said. */
export interface Filling {
  readonly from: Inbound['from'];
  /** The place whose customer is chosen already; null alone with us. */
  readonly in: Inbound['in'];
}

/** A dialog is opened (`task/fetch`) or sent (`task/submit`); null when it is none of ours. */
export async function handleDialog(
  context: TeamsContext,
  turn: TeamsTurn,
  { data }: TaskModuleRequest,
): Promise<TaskModuleResponse | null> {
  const filled = filledFrom(data);
  const from = filled && (await readPerson(context, turn));
  return filled && from ? fillIn(context, filled, { from, in: placeOf(turn) }) : null;
}

/** Opens a form, shows what would come of it, or takes what was filled in as a command. */
export async function fillIn(
  context: TeamsContext,
  { button, values }: Filled,
  filling: Filling,
): Promise<TaskModuleResponse> {
  const ask: FormAsk = { name: button.form, ...filling, values };
  switch (button.do) {
    case 'open-form':
      return showForm(context, ask, { nonce: context.ports.random.id() });
    case 'preview-form':
      return showForm(context, ask, { nonce: button.nonce });
    case 'submit-form':
      return submitForm(context, ask, button.nonce);
    default:
      return unreachable(button.do);
  }
}

interface Look {
  readonly nonce: string;
  readonly problems?: Readonly<Record<string, string>>;
}

/** The form as it stands; for whoever may not fill it in, nothing that tells whether it exists. */
export async function showForm(
  { world, ports }: TeamsContext,
  ask: FormAsk,
  look: Look,
): Promise<TaskModuleResponse> {
  const form: Form | null = await world.openForm(ask);
  if (!form) return closingAnswer(refusedWords);
  const card = renderForm(form, { now: ports.clock.now(), ...look });
  return dialogAnswer({ title: form.title, card });
}

async function submitForm(
  context: TeamsContext,
  ask: FormAsk,
  nonce: string,
): Promise<TaskModuleResponse> {
  const reading = await context.world.readForm(ask);
  switch (reading.outcome) {
    case 'refused':
      return closingAnswer(refusedWords);
    case 'wrong':
      return showForm(context, ask, { nonce, problems: reading.problems });
    case 'command': {
      const { command, words } = reading;
      const { workspace, user } = ask.from;
      const id = await freshId(context.ports, 'form', [workspace, user, ask.name, nonce]);
      return sendCommand(context, {
        id,
        from: ask.from,
        in: ask.in,
        said: { kind: 'command', command, words, about: null },
      });
    }
    default:
      return unreachable(reading);
  }
}

/** A command on its way: its answers go to the speaker alone. */
export type QuietCommand = Pick<Inbound, 'id' | 'from' | 'in' | 'said'>;

/** Writes a command down and says, in the dialog, where its answer will be. */
export async function sendCommand(
  context: TeamsContext,
  order: QuietCommand,
): Promise<TaskModuleResponse> {
  await receive(context, { ...order, addressed: true, quietly: true, threadOf: null });
  const isHandled = await isSoonHandled(context, order.id);
  return closingAnswer(
    isHandled ? 'Done. What came of it is in our chat.' : 'On it. What comes of it is in our chat.',
  );
}
