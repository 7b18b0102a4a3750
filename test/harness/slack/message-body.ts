import type { Raw } from './check-element.ts';
import type { FakeMessage } from './message-store.ts';
import type { FakeState } from './state.ts';

/** A message as Slack shows it in answers, histories and interactions. */
export function messageBody(state: FakeState, message: FakeMessage): Raw {
  const { ts, user, botId, threadTs, text, blocks, editedTs, reactions } = message;
  const team = state.directory.users.get(user)?.team;
  return {
    type: 'message',
    ...(botId && { bot_id: botId, app_id: 'A0HANDRAIL' }),
    user,
    team,
    ts,
    text,
    ...(threadTs && { thread_ts: threadTs }),
    ...(blocks.length > 0 && { blocks }),
    ...(editedTs && { edited: { user, ts: editedTs } }),
    ...(reactions.size > 0 && {
      reactions: [...reactions].map(([name, users]) => ({
        name,
        users: [...users],
        count: users.size,
      })),
    }),
  };
}
