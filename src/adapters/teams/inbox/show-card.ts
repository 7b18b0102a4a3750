import type { Activity, TurnContext } from 'botbuilder';
import { second } from '../../../shared/time.ts';
import { callConnector } from '../account/call-connector.ts';
import type { AdaptiveCard } from '../render/adaptive-card.ts';
import { attachmentOf } from './answers.ts';
import type { TeamsContext } from './teams-context.ts';
import type { TeamsTurn } from './teams-turn.ts';

/** Shows a card in the turn's conversation, as a hook of botbuilder's does it; with null nothing. */
export async function showCard(turnContext: TurnContext, card: AdaptiveCard | null): Promise<void> {
  if (!card) return;
  const attachments = [attachmentOf(card)];
  await turnContext.sendActivity({ type: 'message', summary: 'Handrail', attachments });
}

const patience = 5 * second;

/** Hands the connector what a hook shows. It is no message of ours: nothing is kept of it, and it is not tried again. */
export async function sendShown(
  { connector, logger }: Pick<TeamsContext, 'connector' | 'logger'>,
  { serviceUrl, conversation }: TeamsTurn,
  { type, summary, attachments }: Partial<Activity>,
): Promise<void> {
  const answer = await callConnector(connector, {
    method: 'POST',
    serviceUrl,
    path: ['conversations', conversation, 'activities'],
    body: { type, summary, attachments },
    signal: AbortSignal.timeout(patience),
  });
  const isShown = answer.kind === 'answered' && answer.status < 300;
  if (!isShown) {
    const why = answer.kind === 'answered' ? `answered ${answer.status}` : answer.detail;
    logger.warn({ why }, 'a card could not be shown in Teams');
  }
}
