import { type Desk, writeDown } from './desk.ts';
import type { Installation } from './installation.ts';
import { markProgress } from './mark-progress.ts';
import type { MessageEvent } from './payloads.ts';
import { isSpoken, translateMessage } from './translate-message.ts';
import { mentionedUsers } from './words.ts';

/** A message, or a mention of us: whoever comes first of the two is written down. */
export async function takeMessage(
  desk: Desk,
  installation: Installation,
  event: MessageEvent,
): Promise<void> {
  if (!isSpoken(event, installation)) return;
  const { botUserId } = installation;
  const mentioned = mentionedUsers(event.text ?? '').filter(user => user !== botUserId);
  const named = { user: event.user ?? '', teams: [event.user_team, event.team] };
  const [from, names] = await Promise.all([
    desk.speakers.find(installation, named),
    desk.speakers.names(installation, mentioned),
  ]);
  const botName = desk.directory.nameOf(installation, botUserId);
  const inbound = translateMessage(event, installation, { from, names, botName });
  if (!inbound) return;
  const outcome = await writeDown(desk, inbound);
  if (outcome === 'duplicate' || !inbound.addressed) return;
  const { channel, ts } = event;
  markProgress(desk, installation, { inboxId: inbound.id, channel, ts });
}
