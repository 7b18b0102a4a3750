import type { Address } from '../../../delivery/surface.ts';
import type { Database } from '../../../shared/database.ts';
import { conversationReference } from './conversation-reference.ts';

/** Where to speak: the conversation, and the connector that serves it. */
export interface TeamsDestination {
  readonly tenant: string;
  readonly conversation: string;
  readonly serviceUrl: string;
  /** Set: nothing arrives there any more, and why. */
  readonly blocked: string | null;
}

/** A person we have no chat with yet, and the connector that could open one. */
export interface Stranger {
  readonly tenant: string;
  readonly user: string;
  readonly serviceUrl: string;
  readonly botId: string | null;
}

type Client = Database['client'];

/** The conversation an address stands for; null when Teams has never told us of it. */
export async function findConversation(
  client: Client,
  { workspace: tenant, id, kind }: Address,
): Promise<TeamsDestination | null> {
  const row =
    kind === 'place'
      ? await client.teamsConversation.findUnique({
          where: { tenant_conversation: { tenant, conversation: id } },
        })
      : await client.teamsConversation.findFirst({
          where: { tenant, userId: id, kind: 'personal' },
          orderBy: { updatedAt: 'desc' },
        });
  if (!row) return null;
  const { conversation, serviceUrl, blocked } = row;
  return { tenant, conversation, serviceUrl, blocked };
}

/** How a chat with this person could be begun: by the connector that serves the rest of their tenant. */
export async function findStranger(
  client: Client,
  { workspace: tenant, id }: Address,
): Promise<Stranger | null> {
  const row = await client.teamsConversation.findFirst({
    where: { tenant },
    orderBy: { updatedAt: 'desc' },
  });
  if (!row) return null;
  const reference = conversationReference.safeParse(row.reference);
  const botId = reference.success ? reference.data.botId : null;
  return { tenant, user: id, serviceUrl: row.serviceUrl, botId };
}

/** True for a tenant whose people we may write to directly: the app's own, or another of the vendor's. */
export async function isOwnTenant(client: Client, tenant: string): Promise<boolean> {
  const where = { platform_workspace: { platform: 'teams', workspace: tenant } };
  return (await client.ownWorkspace.findUnique({ where })) !== null;
}
