import { type FormName, formNames } from '../../../conversation/forms/form.ts';
import { second } from '../../../shared/time.ts';
import { callConnector } from '../account/call-connector.ts';
import type { AdaptiveCard } from '../render/adaptive-card.ts';
import { renderHome } from '../render/render-home.ts';
import type { From } from './read-person.ts';
import type { Scene } from './scene.ts';
import type { TeamsContext } from './teams-context.ts';

const patience = 5 * second;

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

/** Shows a card that is no message of ours: nothing is kept of it, and it is not tried again. */
export async function showCard(
  { connector, logger }: TeamsContext,
  { serviceUrl, conversation }: Scene,
  card: AdaptiveCard,
): Promise<void> {
  const answer = await callConnector(connector, {
    method: 'POST',
    serviceUrl,
    path: ['conversations', conversation, 'activities'],
    body: {
      type: 'message',
      summary: 'Handrail',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    },
    signal: AbortSignal.timeout(patience),
  });
  const isShown = answer.kind === 'answered' && answer.status < 300;
  if (!isShown) {
    const why = answer.kind === 'answered' ? `answered ${answer.status}` : answer.detail;
    logger.warn({ why }, 'a card could not be shown in Teams');
  }
}
