import type { types } from '@slack/bolt';
import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { type FormName, formNames } from '../../../conversation/forms/form.ts';
import { renderHome } from '../render/render-home.ts';
import type { Installation } from '../workspace/installation.ts';
import { formId } from './modal.ts';
import type { SlackContext } from './slack-context.ts';

const labels: Readonly<Record<FormName, string>> = {
  page: 'Page…',
  log: 'Log…',
  milestone: 'Milestone…',
  cadence: 'Cadence…',
  override: 'Override…',
  'hand-over': 'Pass a page on',
};

const mostBlocks = 100;

/** Shows somebody their Home tab as it is now, with a button for each form they may fill in. */
export async function showHome(
  { world, api, clock }: SlackContext,
  { token }: Installation,
  from: Inbound['from'],
): Promise<void> {
  const home = await world.loadHome(from);
  const forms: FormName[] = [];
  for (const name of formNames)
    if (await world.openForm({ name, from, in: null, values: {} })) forms.push(name);
  const view = renderHome(home.cards, { timeZone: home.timeZone, now: clock.now() });
  const blocks = [...formButtons(forms), ...view.blocks].slice(0, mostBlocks);
  await api.call('views.publish', token, { user_id: from.user, view: { ...view, blocks } });
}

function formButtons(names: readonly FormName[]): types.KnownBlock[] {
  if (names.length === 0) return [];
  const elements = (Object.keys(labels) as FormName[])
    .filter(name => names.includes(name))
    .map(name => ({
      type: 'button' as const,
      action_id: formId(name),
      text: { type: 'plain_text' as const, text: labels[name] },
    }));
  return [{ type: 'actions', block_id: 'handrail.forms', elements }];
}
