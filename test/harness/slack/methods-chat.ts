import { checkMessageBlocks } from './check-blocks.ts';
import { isRaw, type Raw } from './check-element.ts';
import type { FakeChannel } from './directory.ts';
import { messageBody } from './message-body.ts';
import type { FakeMessage } from './message-store.ts';
import { wrongFiles } from './methods-files.ts';
import {
  type ApiCall,
  type ApiMethod,
  ApiRateLimited,
  ApiRefusal,
  flagArg,
  jsonArg,
  textArg,
} from './state.ts';

/** The longest text of a new message, and of one that is changed. */
const mostText = { post: 40_000, update: 4_000 };

/** The channel a call may write to, or the refusal Slack would give. A user's id means their direct messages. */
export function writableChannel(call: ApiCall): FakeChannel {
  const { directory } = call.state;
  const id = textArg(call, 'channel');
  const user = directory.users.get(id);
  if (user) {
    const isReachable = user.team === call.token.team || sharesEnterprise(call, user.team);
    if (!isReachable || user.isDeleted) throw new ApiRefusal('channel_not_found');
    return directory.directChannel(call.token.botUser, user);
  }
  const channel = directory.channels.get(id);
  if (!channel || !directory.isVisibleTo(channel, call.token)) {
    throw new ApiRefusal('channel_not_found');
  }
  if (channel.isArchived) throw new ApiRefusal('is_archived');
  if (!channel.members.has(call.token.botUser)) throw new ApiRefusal('not_in_channel');
  return channel;
}

function sharesEnterprise({ state, token }: ApiCall, team: string): boolean {
  const enterprise = state.directory.enterpriseOf(team);
  return enterprise !== null && enterprise === token.enterprise;
}

function readBlocks(call: ApiCall): readonly Raw[] {
  const blocks = jsonArg(call, 'blocks', 'invalid_blocks_format');
  if (blocks === undefined) return [];
  const wrong = checkMessageBlocks(blocks);
  if (wrong) throw refusal(wrong.error, wrong.problems);
  const read = Array.isArray(blocks) ? blocks.filter(isRaw) : [];
  const wrongOnes = wrongFiles(call, read);
  if (wrongOnes.length > 0) throw refusal('invalid_blocks', wrongOnes);
  return read;
}

function refusal(error: string, errors: readonly string[]): ApiRefusal {
  const messages = errors.map(problem => `[ERROR] ${problem}`);
  return new ApiRefusal(error, { errors, response_metadata: { messages } });
}

function readMetadata(call: ApiCall): FakeMessage['metadata'] {
  const metadata = jsonArg(call, 'metadata', 'invalid_metadata_format');
  if (metadata === undefined) return null;
  if (!isRaw(metadata) || typeof metadata.event_type !== 'string') {
    throw new ApiRefusal('invalid_metadata_schema');
  }
  const payload = isRaw(metadata.event_payload) ? metadata.event_payload : {};
  return { event_type: metadata.event_type, event_payload: payload };
}

const postMessage: ApiMethod = {
  scopes: ['chat:write'],
  run(call) {
    const { state, token } = call;
    const channel = writableChannel(call);
    const text = textArg(call, 'text');
    const blocks = readBlocks(call);
    if (text === '' && blocks.length === 0) throw new ApiRefusal('no_text');
    if (text.length > mostText.post) throw new ApiRefusal('msg_too_long');
    const metadata = readMetadata(call);
    const wait = state.rates.countPost(token.team, channel.id);
    if (wait !== null) throw new ApiRateLimited(wait);
    const message = state.messages.add({
      channel: channel.id,
      user: token.botUser,
      botId: token.botId,
      threadTs: textArg(call, 'thread_ts') || null,
      text,
      blocks,
      metadata,
      unfurl: { links: flagArg(call, 'unfurl_links'), media: flagArg(call, 'unfurl_media') },
    });
    state.onMessage(message);
    return { channel: channel.id, ts: message.ts, message: messageBody(state, message) };
  },
};

/** The caller's own message, or the refusal. */
function ownMessage(call: ApiCall, refusal: string): FakeMessage {
  const channel = writableChannel(call);
  const message = call.state.messages.find(channel.id, textArg(call, 'ts'));
  if (!message) throw new ApiRefusal('message_not_found');
  if (message.user !== call.token.botUser) throw new ApiRefusal(refusal);
  return message;
}

const update: ApiMethod = {
  scopes: ['chat:write'],
  run(call) {
    const message = ownMessage(call, 'cant_update_message');
    const text = textArg(call, 'text');
    if (text.length > mostText.update) throw new ApiRefusal('msg_too_long');
    const blocks = readBlocks(call);
    message.text = text;
    if (call.args.blocks !== undefined) message.blocks = blocks;
    if (call.args.metadata !== undefined) message.metadata = readMetadata(call);
    message.editedTs = call.state.messages.nextTs();
    call.state.onMessage(message);
    const { channel, ts } = message;
    return { channel, ts, text, message: messageBody(call.state, message) };
  },
};

const remove: ApiMethod = {
  scopes: ['chat:write'],
  run(call) {
    const message = ownMessage(call, 'cant_delete_message');
    message.isDeleted = true;
    return { channel: message.channel, ts: message.ts };
  },
};

const postEphemeral: ApiMethod = {
  scopes: ['chat:write'],
  run(call) {
    const channel = writableChannel(call);
    const user = textArg(call, 'user');
    if (!channel.members.has(user)) throw new ApiRefusal('user_not_in_channel');
    const text = textArg(call, 'text');
    const blocks = readBlocks(call);
    if (text === '' && blocks.length === 0) throw new ApiRefusal('no_text');
    call.state.ephemerals.push({ channel: channel.id, user, text, blocks });
    return { message_ts: call.state.messages.nextTs() };
  },
};

/** chat.* */
export const chatMethods: Readonly<Record<string, ApiMethod>> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
};
