import { type FormName, formNames } from '../../../conversation/forms/form.ts';
import type { AdaptiveCard } from '../render/adaptive-card.ts';
import { renderHome } from '../render/render-home.ts';
import type { From } from './read-person.ts';
import type { TeamsContext } from './teams-context.ts';

/** The home as it stands now for this person; null when there is nothing in it for them. */
export async function loadHomeCard(
  context: TeamsContext,
  from: From,
): Promise<AdaptiveCard | null> {
  const { world, ports } = context;
  const { cards, timeZone } = await world.loadHome(from);
  const forms = await listForms(context, from);
  if (cards.length === 0 && forms.length === 0) return null;
  const { clock, random } = ports;
  return renderHome(cards, { timeZone, now: clock.now(), nonce: random.id(), forms });
}

/** A card that does nothing but open this form; null when this person may not fill it in. */
export async function loadOpener(
  { world, ports }: TeamsContext,
  from: From,
  name: FormName,
): Promise<AdaptiveCard | null> {
  const form = await world.openForm({ name, from, in: null, values: {} });
  if (!form) return null;
  const { clock, random } = ports;
  const { timeZone } = form;
  return renderHome([], { timeZone, now: clock.now(), nonce: random.id(), forms: [name] });
}

async function listForms({ world }: TeamsContext, from: From): Promise<FormName[]> {
  const open: FormName[] = [];
  for (const name of formNames) {
    const form = await world.openForm({ name, from, in: null, values: {} });
    if (form) open.push(name);
  }
  return open;
}
