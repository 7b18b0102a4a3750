import { type Inbound, inboundSchema } from '../../../conversation/arrival/inbound.ts';
import { actionLabels, cardFrom } from '../../../delivery/card.ts';
import { inQueue } from '../../../delivery/message-state.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Conversation, RoomLine, Sitter } from './seat.ts';

type Read = Pick<Trip, 'tx'>;

/** How much of a conversation is shown. */
const mostLines = 80;

/** Everything said in a conversation, ours and the people's, oldest first. */
export async function loadLines(
  { tx }: Read,
  { conversation, sitter }: { conversation: Conversation; sitter: Sitter },
  people: ReadonlyMap<string, Sitter>,
): Promise<RoomLine[]> {
  const where = { conversation, sitter };
  const messages = await loadMessages({ tx }, where);
  const inputs = await loadInputs({ tx }, where);
  const labels = await loadLabels({ tx }, inputs);
  const said = inputs.map(input => lineOf(input, { people, labels }));
  return [...said, ...messages].sort(byTime).slice(-mostLines);
}

interface Where {
  readonly conversation: Conversation;
  readonly sitter: Sitter;
}

// Words first at the same instant: an answer never stands above its question.
function byTime(a: RoomLine, b: RoomLine): number {
  return a.at.getTime() - b.at.getTime() || rankOf(a) - rankOf(b);
}

function rankOf(line: RoomLine): number {
  return line.kind === 'message' ? 1 : 0;
}

async function loadMessages({ tx }: Read, { conversation, sitter }: Where): Promise<RoomLine[]> {
  const to =
    conversation.kind === 'direct' ? { toPersonId: sitter.id } : { toPlaceId: conversation.id };
  const rows = await tx.message.findMany({
    where: {
      ...to,
      OR: [{ sentRevision: { gt: 0 } }, { state: { in: [...inQueue] } }],
    },
    include: { attempts: { orderBy: { startedAt: 'desc' }, take: 1 } },
    orderBy: { seq: 'desc' },
    take: mostLines,
  });
  return rows.reverse().map(row => ({
    kind: 'message',
    id: row.id,
    at: row.createdAt,
    card: cardFrom(row.card),
    revision: row.revision,
    writtenAt: row.revision > 1 ? (row.attempts[0]?.startedAt ?? row.createdAt) : row.createdAt,
    via: row.via,
    isRepeat: row.isRepeat,
    inReplyTo: row.threadOf,
  }));
}

interface Input {
  readonly id: string;
  readonly at: Date;
  readonly inbound: Inbound;
}

async function loadInputs({ tx }: Read, { conversation, sitter }: Where): Promise<Input[]> {
  const isDirect = conversation.kind === 'direct';
  const rows = await tx.$queryRawUnsafe<{ id: string; payload: unknown; receivedAt: Date }[]>(
    `SELECT id, payload, "receivedAt" FROM inbox
     WHERE ${
       isDirect
         ? `payload->'from'->>'user' = $1 AND payload->>'in' IS NULL`
         : `payload->'in'->>'channel' = $1`
     }
     ORDER BY seq DESC LIMIT ${mostLines}`,
    isDirect ? sitter.id : conversation.id,
  );
  return rows.reverse().map(row => ({
    id: row.id,
    at: row.receivedAt,
    inbound: inboundSchema.parse(row.payload),
  }));
}

/** What the buttons that were pressed said, by message and action. */
async function loadLabels({ tx }: Read, inputs: readonly Input[]): Promise<Map<string, string>> {
  const ids = inputs.flatMap(({ inbound: { said } }) =>
    said.kind === 'press' && said.messageId ? [said.messageId] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await tx.message.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(
    rows.flatMap(row =>
      (cardFrom(row.card).actions ?? []).map(
        action => [`${row.id} ${action.id}`, action.label] as const,
      ),
    ),
  );
}

interface Known {
  readonly people: ReadonlyMap<string, Sitter>;
  readonly labels: ReadonlyMap<string, string>;
}

function lineOf({ id, at, inbound }: Input, { people, labels }: Known): RoomLine {
  const by = people.get(inbound.from.user) ?? null;
  const { said } = inbound;
  if (said.kind === 'text') return { kind: 'words', id, at, by, text: said.text };
  if (said.kind === 'command')
    return { kind: 'words', id, at, by, text: `${said.command} ${said.words}` };
  if (said.kind === 'sign')
    return { kind: 'words', id, at, by, text: said.sign === 'hand' ? '🙋' : '🔇' };
  const label = labels.get(`${said.messageId} ${said.action}`) ?? actionLabels[said.action];
  return { kind: 'press', id, at, by, label };
}
