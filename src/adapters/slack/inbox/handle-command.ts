import { receive } from '../../api/receive.ts';
import type { Ack } from '../gate/bolt-app.ts';
import type { SlashCommand } from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { isDirectChannel } from '../workspace/platform.ts';
import type { SlackContext } from './slack-context.ts';
import { mentionedUsers } from './slack-words.ts';
import { translateCommand } from './translate-act.ts';

/** `/handrail …`: taken like words said to us directly. */
export async function handleCommand(
  context: SlackContext,
  installation: Installation,
  body: SlashCommand,
): Promise<Ack> {
  const teams = [body.team_id, body.enterprise_id];
  const mentioned = mentionedUsers(body.text ?? '');
  const [from, names] = await Promise.all([
    context.speakers.find(installation, { user: body.user_id, teams }),
    context.speakers.names(installation, mentioned),
  ]);
  await receive(context, translateCommand(body, installation, { from, names }));
  if (isDirectChannel(body.channel_id)) return undefined;
  return { response_type: 'ephemeral', text: "I'm answering you in our direct messages." };
}
