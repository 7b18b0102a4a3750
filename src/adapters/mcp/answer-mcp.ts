import type { IncomingMessage, ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { Client } from './call-tool.ts';
import { createMcpServer } from './create-mcp-server.ts';

interface Exchange {
  readonly request: IncomingMessage & { readonly body?: unknown };
  readonly response: ServerResponse;
}

/** Answers one request of the protocol, for the client whose token it came with. */
export async function answerMcp(client: Client, { request, response }: Exchange): Promise<void> {
  const server = createMcpServer(client);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on('close', () => void server.close());
  // Its handlers are declared as `| undefined`, which its own interface does not take.
  await server.connect(transport as Transport);
  await transport.handleRequest(request, response, request.body);
}
