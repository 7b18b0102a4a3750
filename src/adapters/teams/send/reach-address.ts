import type { Address, Sent } from '../../../delivery/surface.ts';
import type { Ports } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import type { BotAccount } from '../account/bot-account.ts';
import { type ConnectorParts, callConnector } from '../account/call-connector.ts';
import {
  findConversation,
  findStranger,
  isOwnTenant,
  type Stranger,
  type TeamsDestination,
} from '../account/find-conversation.ts';
import { classifyAnswer } from './classify-answer.ts';

export interface ReachParts extends ConnectorParts {
  readonly ports: Ports;
  readonly account: BotAccount;
}

/** Where a message to this address goes, or how it ends because there is no way there. */
export async function reachAddress(
  parts: ReachParts,
  address: Address,
  signal: AbortSignal,
): Promise<TeamsDestination | Sent> {
  const { client } = parts.ports.database;
  const known = await findConversation(client, address);
  if (known) return known.blocked === null ? known : refused(known.blocked);
  if (address.kind === 'place')
    return refused('Handrail was never added to this conversation in Teams.');
  if (!(await mayBeginWith(parts, address.workspace)))
    return refused('A person of another organisation cannot be written to directly in Teams.');
  const stranger = await findStranger(client, address);
  if (!stranger) return refused('Handrail is not known in this organisation’s Teams yet.');
  return begin(parts, stranger, signal);
}

async function mayBeginWith({ account, ports }: ReachParts, tenant: string): Promise<boolean> {
  if (account.kind === 'local' || account.appTenantId === tenant) return true;
  return isOwnTenant(ports.database.client, tenant);
}

/** Opens the personal chat with somebody for whom the app is installed. */
async function begin(
  parts: ReachParts,
  { tenant, user, serviceUrl, botId }: Stranger,
  signal: AbortSignal,
): Promise<TeamsDestination | Sent> {
  const answer = await callConnector(parts, {
    method: 'POST',
    serviceUrl,
    path: ['conversations'],
    body: {
      ...(botId && { bot: { id: botId } }),
      members: [{ id: user }],
      isGroup: false,
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    },
    signal,
  });
  const verdict = classifyAnswer(answer, parts.ports.random.fraction());
  switch (verdict.outcome) {
    case 'sent':
      if (verdict.id === '') return refused('Teams opened no chat with this person.');
      return { tenant, conversation: verdict.id, serviceUrl, blocked: null };
    case 'refused':
      return refused(`This person has not installed Handrail in Teams. (${verdict.detail})`);
    case 'too-large':
      return refused('Teams opened no chat with this person.');
    case 'bad-token':
      return { outcome: 'retry', holds: 'workspace', detail: verdict.detail };
    case 'unknown':
      // Opening a chat says nothing to anybody, so it can be done again.
      return { outcome: 'retry', detail: verdict.detail };
    case 'retry':
      return verdict;
    default:
      return unreachable(verdict);
  }
}

/** Surely not delivered, and never will be. */
export function refused(detail: string): Sent {
  return { outcome: 'refused', detail };
}
