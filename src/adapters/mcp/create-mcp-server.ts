import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { type Client, callTool } from './call-tool.ts';
import { marksText } from './marked.ts';
import { inputOf, type Tool, tools } from './tool.ts';

const instructions = `Handrail stands by the customers of a vendor while something new and risky is under way. ${marksText} What is "internal" is never said where the customer reads.`;

/** The tools that this client's token may use, for one request. */
export function createMcpServer(client: Client): Server {
  const server = new Server(
    { name: 'handrail', version: '1' },
    { capabilities: { tools: {} }, instructions },
  );
  const mine = tools.filter(({ operation }) => client.bearer.may.includes(operation.may));
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: mine.map(listed) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const tool = mine.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, 'This token has no such tool.');
    return callTool(client, tool, params.arguments ?? {});
  });
  return server;
}

function listed(tool: Tool) {
  const { name, title, operation, says, isAct } = tool;
  return {
    name,
    title,
    description: `${operation.summary} ${says}`,
    inputSchema: inputOf(tool),
    annotations: { readOnlyHint: !isAct, destructiveHint: false, idempotentHint: true },
  };
}
