import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Form, FormAsk, FormName } from '../../../conversation/forms/form.ts';
import { unreachable } from '../../../shared/errors.ts';
import { receive } from '../../api/receive.ts';
import type { Ack } from '../gate/bolt-app.ts';
import type { PayloadView, ViewSubmission } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { modalFrom, modalOf, refusalModal } from './modal.ts';
import { readFormValues } from './read-form-values.ts';
import type { SlackContext } from './slack-context.ts';
import { findActor } from './speakers.ts';

/** Somebody who wants a form, and the trigger that lets us open it within three seconds. */
export interface FormWish {
  readonly name: FormName;
  readonly from: Inbound['from'];
  readonly triggerId: string;
  /** What is filled in already. */
  readonly values?: FormAsk['values'];
  /** What happens instead where the form is not theirs any more; they are told so when left out. */
  readonly otherwise?: () => Promise<unknown>;
}

/** Opens a form in front of somebody, or says that it is not for them. */
export function showForm(context: SlackContext, { token }: Installation, wish: FormWish): void {
  const { name, from, triggerId, values = {}, otherwise } = wish;
  context.background.begin('open a form', async () => {
    const form = await context.world.openForm({ name, from, in: null, values });
    if (!form && otherwise) {
      await otherwise();
      return;
    }
    const view = form ? shown(context, form, { from, in: null }) : refusalModal();
    await context.api.call('views.open', token, { trigger_id: triggerId, view });
  });
}

/** Somebody changed a field: the form follows, with what would come of it now. */
export function followForm(
  context: SlackContext,
  { token }: Installation,
  { view, from }: { view: PayloadView; from: Inbound['from'] },
): void {
  const ask = askOf(view, from);
  if (!ask) return;
  context.background.begin('follow a form', async () => {
    const form = await context.world.openForm(ask);
    const next = form ? shown(context, form, ask) : refusalModal();
    // With its hash, an older answer never overwrites a newer one.
    const args = { view_id: view.id, ...(view.hash && { hash: view.hash }), view: next };
    await context.api.call('views.update', token, args);
  });
}

/** A filled-in form: the command it means, or what is wrong with which field. */
export async function handleDialog(
  context: SlackContext,
  installation: Installation,
  { user, view }: ViewSubmission,
): Promise<Ack> {
  const from = await findActor(context, installation, user);
  const ask = askOf(view, from);
  if (!ask) return undefined;
  const reading = await context.world.readForm(ask);
  switch (reading.outcome) {
    case 'refused':
      return { response_action: 'update', view: refusalModal() };
    case 'wrong':
      return { response_action: 'errors', errors: reading.problems };
    case 'command': {
      const { command, words } = reading;
      await receive(context, {
        id: `slack:form:${view.id}:${view.hash ?? ''}`,
        from,
        in: null,
        addressed: true,
        quietly: true,
        threadOf: null,
        said: { kind: 'command', command, words, about: null },
      });
      return undefined;
    }
    default:
      return unreachable(reading);
  }
}

/** What is filled into a view of ours; null when it is none. */
function askOf(view: PayloadView, from: Inbound['from']): FormAsk | null {
  const modal = modalFrom(view);
  if (!modal) return null;
  const { values } = (view.state ?? {}) as { values?: unknown };
  return { name: modal.name, from, in: modal.in, values: readFormValues(values, modal.zone) };
}

function shown(
  { clock }: SlackContext,
  form: Form,
  { from, in: place }: Pick<FormAsk, 'from' | 'in'>,
): ReturnType<typeof modalOf> {
  const timeZone = from.profile?.timeZone ?? form.timeZone;
  return modalOf(form, { timeZone, now: clock.now(), in: place });
}
