import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../shared/database.ts';
import type { ConversationReference } from '../account/conversation-reference.ts';
import type { TeamsContext } from './teams-context.ts';
import type { TeamsTurn } from './teams-turn.ts';

/** What we knew of a conversation before this activity. */
export interface Acquaintance {
  /** We were not in it, or were told that we had been removed. */
  readonly isNew: boolean;
  /** Another one each time we come to it: whatever tells us of the same coming is one thing. */
  readonly coming: string;
}

/** What is known of the conversation until now. */
export async function findAcquaintance(
  { ports }: Pick<TeamsContext, 'ports'>,
  { tenant, conversation }: TeamsTurn,
): Promise<Acquaintance> {
  const row = await ports.database.client.teamsConversation.findUnique({
    where: { tenant_conversation: { tenant, conversation } },
    select: { blocked: true, updatedAt: true },
  });
  const coming = row === null ? 'first' : String(row.updatedAt.getTime());
  return { isNew: row === null || row.blocked !== null, coming };
}

/** Writes down how to speak there. Something was just said in it, so nothing is blocked. */
export async function noteConversation(
  { ports }: Pick<TeamsContext, 'ports'>,
  turn: TeamsTurn,
): Promise<void> {
  const { tenant, conversation } = turn;
  const where = { tenant_conversation: { tenant, conversation } };
  const known = await ports.database.client.teamsConversation.findUnique({ where });
  const fresh = freshRow(turn);
  const isSame =
    known !== null &&
    known.kind === fresh.kind &&
    known.userId === (fresh.userId ?? known.userId) &&
    known.serviceUrl === fresh.serviceUrl &&
    known.blocked === null &&
    isDeepStrictEqual(known.reference, keeping(known.reference, fresh.reference));
  if (isSame) return;
  await ports.database.trip(async ({ tx, now }) => {
    const before = await tx.teamsConversation.findUnique({ where });
    const reference = keeping(before?.reference, fresh.reference) as Json;
    const row = { ...fresh, userId: fresh.userId ?? before?.userId ?? null, reference };
    const data = { ...row, blocked: null, updatedAt: now };
    await tx.teamsConversation.upsert({
      where,
      create: { tenant, conversation, ...data },
      update: data,
    });
  });
}

interface FreshRow {
  readonly kind: TeamsTurn['kind'];
  readonly userId: string | null;
  readonly serviceUrl: string;
  readonly reference: ConversationReference;
}

function freshRow({ activity, kind, serviceUrl }: TeamsTurn): FreshRow {
  const { from, recipient, channelData, channelId } = activity;
  const isPerson = kind === 'personal' && from?.id.startsWith('28:') === false;
  return {
    kind,
    userId: isPerson ? (from?.aadObjectId?.toLowerCase() ?? null) : null,
    serviceUrl,
    reference: {
      botId: recipient?.id ?? '',
      botName: recipient?.name || null,
      userId: isPerson ? (from?.id ?? null) : null,
      teamId: channelData.team?.id ?? null,
      channelId,
    },
  };
}

/** What one activity does not say, another did. */
function keeping(before: unknown, fresh: ConversationReference): ConversationReference {
  const told = Object.entries(fresh).filter(([, value]) => value !== null && value !== '');
  return { ...fresh, ...(before as object | null), ...Object.fromEntries(told) };
}

/** Nothing arrives there any more. */
export async function blockConversation(
  { ports }: Pick<TeamsContext, 'ports'>,
  { tenant, conversation }: Pick<TeamsTurn, 'tenant' | 'conversation'>,
): Promise<void> {
  await ports.database.trip(({ tx, now }) =>
    tx.teamsConversation.updateMany({
      where: { tenant, conversation, blocked: null },
      data: { blocked: 'Handrail was removed from it.', updatedAt: now },
    }),
  );
}

/** We are in it again. */
export async function unblockConversation(
  { ports }: Pick<TeamsContext, 'ports'>,
  { tenant, conversation }: Pick<TeamsTurn, 'tenant' | 'conversation'>,
): Promise<void> {
  await ports.database.trip(({ tx, now }) =>
    tx.teamsConversation.updateMany({
      where: { tenant, conversation },
      data: { blocked: null, updatedAt: now },
    }),
  );
}
