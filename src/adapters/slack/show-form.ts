import type { Inbound } from '../../conversation/arrival/inbound.ts';
import type { Form, FormAsk, FormName } from '../../conversation/forms/form.ts';
import type { Desk } from './desk.ts';
import type { Installation } from './installation.ts';
import { modalFrom, modalOf, refusalModal } from './modal.ts';
import type { PayloadView } from './payloads.ts';
import { readFormValues } from './read-form-values.ts';

/** Somebody who wants a form, and the trigger that lets us open it within three seconds. */
export interface FormWish {
  readonly name: FormName;
  readonly from: Inbound['from'];
  readonly triggerId: string;
}

/** Opens a form in front of somebody, or says that it is not for them. */
export function showForm(desk: Desk, { token }: Installation, wish: FormWish): void {
  const { name, from, triggerId } = wish;
  desk.aftermath.begin('open a form', async () => {
    const form = await desk.world.openForm({ name, from, in: null, values: {} });
    const view = form ? shown(desk, form, { from, in: null }) : refusalModal();
    await desk.api.call('views.open', token, { trigger_id: triggerId, view });
  });
}

/** Somebody changed a field: the form follows, with what would come of it now. */
export function followForm(
  desk: Desk,
  { token }: Installation,
  { view, from }: { view: PayloadView; from: Inbound['from'] },
): void {
  const ask = askOf(view, from);
  if (!ask) return;
  desk.aftermath.begin('follow a form', async () => {
    const form = await desk.world.openForm(ask);
    const next = form ? shown(desk, form, ask) : refusalModal();
    // With its hash, an older answer never overwrites a newer one.
    const args = { view_id: view.id, ...(view.hash && { hash: view.hash }), view: next };
    await desk.api.call('views.update', token, args);
  });
}

/** What is filled into a view of ours; null when it is none. */
export function askOf(view: PayloadView, from: Inbound['from']): FormAsk | null {
  const modal = modalFrom(view);
  if (!modal) return null;
  const { values } = (view.state ?? {}) as { values?: unknown };
  return { name: modal.name, from, in: modal.in, values: readFormValues(values, modal.zone) };
}

function shown(
  { clock }: Desk,
  form: Form,
  { from, in: place }: Pick<FormAsk, 'from' | 'in'>,
): ReturnType<typeof modalOf> {
  const timeZone = from.profile?.timeZone ?? form.timeZone;
  return modalOf(form, { timeZone, now: clock.now(), in: place });
}
