import { receive } from '../../api/receive.ts';
import type { Ack } from '../gate/bolt-app.ts';
import type { BlockActions } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { followForm, showForm } from './handle-dialog.ts';
import { isSoonHandled } from './mark-progress.ts';
import { formNameFrom } from './modal.ts';
import { showHome } from './show-home.ts';
import type { SlackContext } from './slack-context.ts';
import { findActor } from './speakers.ts';
import { translatePress } from './translate-act.ts';

/** A button of a message or of Home, a button that opens a form, or a field of an open form. */
export async function handlePress(
  context: SlackContext,
  installation: Installation,
  body: BlockActions,
): Promise<Ack> {
  const { view, trigger_id: triggerId } = body;
  const from = await findActor(context, installation, body.user);
  const name = formNameFrom(body.actions[0]?.action_id ?? '');
  if (name && triggerId) {
    showForm(context, installation, { name, from, triggerId });
    return undefined;
  }
  if (view?.type === 'modal') {
    followForm(context, installation, { view, from });
    return undefined;
  }
  const inbound = translatePress(body, installation, from);
  if (!inbound) return undefined;
  if (triggerId && inbound.said.kind === 'press' && inbound.said.action === 'page.pass') {
    const values = { page: inbound.said.subject };
    const otherwise = () => receive(context, inbound);
    showForm(context, installation, { name: 'hand-over', from, triggerId, values, otherwise });
    return undefined;
  }
  await receive(context, inbound);
  if (view?.type === 'home') {
    context.background.begin('show Home again', async () => {
      if (await isSoonHandled(context, inbound.id)) await showHome(context, installation, from);
    });
  }
  return undefined;
}
