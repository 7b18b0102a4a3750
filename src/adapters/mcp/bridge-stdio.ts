import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import { ErrorCode, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { messageOf } from '../../shared/errors.ts';

/** A client that speaks in lines: what comes from it, and what goes to it. */
export interface Lines {
  readonly input: AsyncIterable<Uint8Array | string>;
  out(text: string): Promise<void>;
}

/** Carries every message between a client on standard input and output and a Handrail that runs, until the input ends. */
export async function bridgeStdio(
  { input, out }: Lines,
  { url, token }: { readonly url: URL; readonly token: string },
): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const server = new StreamableHTTPClientTransport(url, { requestInit: { headers } });
  const say = (message: JSONRPCMessage) => out(serializeMessage(message));
  server.onmessage = message => {
    const version = agreedVersion(message);
    if (version !== null) server.setProtocolVersion(version);
    void say(message);
  };
  await server.start();
  const underway = new Set<Promise<void>>();
  for await (const message of messagesIn(input)) {
    const sending = server
      .send(message)
      .catch(error => sayFault(message, error, say))
      .finally(() => underway.delete(sending));
    underway.add(sending);
  }
  await Promise.all(underway);
  await server.close();
}

async function* messagesIn(input: Lines['input']): AsyncGenerator<JSONRPCMessage> {
  const buffer = new ReadBuffer();
  for await (const piece of input) {
    buffer.append(Buffer.from(piece));
    for (let message = buffer.readMessage(); message; message = buffer.readMessage()) yield message;
  }
}

function agreedVersion(message: JSONRPCMessage): string | null {
  if (!('result' in message)) return null;
  const { protocolVersion } = message.result;
  return typeof protocolVersion === 'string' ? protocolVersion : null;
}

/** A client that asked gets an answer, also when nobody is there. */
async function sayFault(
  message: JSONRPCMessage,
  error: unknown,
  say: (message: JSONRPCMessage) => Promise<void>,
): Promise<void> {
  if (!('id' in message && 'method' in message)) return;
  const says = `Handrail did not answer: ${messageOf(error)}. Is it running, and is HANDRAIL_TOKEN one of its tokens?`;
  await say({
    jsonrpc: '2.0',
    id: message.id,
    error: { code: ErrorCode.InternalError, message: says },
  });
}
