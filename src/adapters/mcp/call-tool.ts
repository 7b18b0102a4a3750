import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Nudge } from '../../engine/runner.ts';
import type { Ports } from '../../shared/database.ts';
import { type HttpProblem, problemFrom } from '../api/problem.ts';
import type { Bearer } from '../api/v1/bearer.ts';
import { carryOut, tryOut } from '../api/v1/carry-out.ts';
import { assertMay } from '../api/v1/identify.ts';
import { codeOf, isConfirmed } from './confirmation.ts';
import { marked } from './marked.ts';
import { callOf, confirmField, type Tool } from './tool.ts';

/** Whoever a model works for, by their token. */
export interface Client {
  readonly ports: Ports;
  readonly nudge: Nudge;
  readonly bearer: Bearer;
  readonly token: string;
}

type Said = Readonly<Record<string, unknown>>;

/** Answers a model's call of a tool by the API's own operation, with the rights of the token and no others. */
export async function callTool(client: Client, tool: Tool, said: Said): Promise<CallToolResult> {
  try {
    return result(tool.isAct ? await act(client, tool, said) : await ask(client, tool, said));
  } catch (error) {
    const problem = problemFrom(error);
    // What is no refusal is a fault, and the server's own words for it tell nothing of our insides.
    if (problem.status >= 500) throw error;
    return { ...result(refusalOf(problem)), isError: true };
  }
}

async function ask(client: Client, tool: Tool, said: Said): Promise<unknown> {
  return marked((await carryOut(client.ports, asked(client, tool, { said, id: '' }))).body);
}

/** What wakes or writes is shown first. The same words with the code of what was shown are done, once. */
async function act(client: Client, tool: Tool, { [confirmField]: code, ...said }: Said) {
  const { ports, nudge, token } = client;
  const now = ports.clock.now();
  const wish = { token, tool: tool.name, said };
  if (code === undefined) {
    const { body } = await tryOut(ports, asked(client, tool, { said, id: 'shown' }));
    return shown(tool, marked(body), codeOf(wish, now));
  }
  if (!isConfirmed(wish, code, now))
    return {
      done: false,
      why: 'This code is not of these words, or too old. Call without it, and show that again.',
    };
  const answer = await carryOut(ports, asked(client, tool, { said, id: `mcp-${code}` }));
  if (answer.isNews) nudge(answer.lanes);
  return { done: true, answer: marked(answer.body) };
}

function shown({ name }: Tool, would: unknown, code: string) {
  return {
    done: false,
    would,
    next: `Nothing is done yet. Show this to the person you work for. Only when they agree, call ${name} with the same words and "${confirmField}": "${code}".`,
    [confirmField]: code,
  };
}

function asked({ bearer }: Client, tool: Tool, { said, id }: { said: Said; id: string }) {
  const { operation } = tool;
  const { params, query, body } = callOf(tool, said, id);
  assertMay(bearer, operation, params.customerId);
  return { operation, call: { bearer, params, query, body, ifMatch: null } };
}

function refusalOf({ message, code, errors }: HttpProblem): Record<string, unknown> {
  return { problem: message, code, ...(errors.length > 0 && { errors }) };
}

function result(answer: unknown): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(answer ?? {}, null, 1) }] };
}
