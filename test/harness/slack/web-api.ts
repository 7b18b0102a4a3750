import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { isRaw, type Raw } from './check-element.ts';
import type { FakeToken } from './directory.ts';
import type { Fault } from './faults.ts';
import { chatMethods } from './methods-chat.ts';
import { conversationMethods } from './methods-conversations.ts';
import { fileMethods } from './methods-files.ts';
import { peopleMethods } from './methods-people.ts';
import { oauthMethods } from './oauth.ts';
import {
  type ApiCall,
  ApiRateLimited,
  ApiRefusal,
  type CallRecord,
  type FakeState,
} from './state.ts';
import { viewMethods } from './views.ts';

const methods = {
  ...oauthMethods,
  ...chatMethods,
  ...fileMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...viewMethods,
};

/** Stands for nobody, in methods that are called without a token. */
const nobody: FakeToken = {
  token: '',
  team: '',
  enterprise: null,
  isEnterpriseInstall: false,
  appId: 'A0HANDRAIL',
  botUser: '',
  botId: '',
  scopes: [],
  state: 'active',
};

/** Answers one HTTP request to `/api/METHOD`, with the fault a test has set for it, and records it. */
export async function answerApiCall(
  state: FakeState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const method = (request.url ?? '').replace(/^\/api\//, '').replace(/\?.*$/, '');
  const args = argsOf(request, body);
  const token = tokenOf(request, args);
  const channel = channelOf(args);
  const record: CallRecord = {
    at: state.now(),
    method,
    token,
    args,
    channel,
    status: null,
    answer: null,
    retryAt: null,
  };
  state.calls.push(record);
  const fault = state.faults.take({ method, channel, token });
  const say = (status: number, answer: Raw, headers: Record<string, string> = {}) => {
    if (response.destroyed) {
      // The caller stopped waiting: on a busy machine it never learns what the answer would have been.
      record.retryAt = null;
      return;
    }
    record.status = status;
    record.answer = answer;
    const type = { 'Content-Type': 'application/json; charset=utf-8' };
    response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(answer));
  };
  if (fault && !(await strike(fault, { state, record, response, say }))) return;
  const outcome = carryOut(state, record);
  if (outcome.kind === 'limited') {
    record.retryAt = record.at + outcome.seconds * 1000;
    say(429, { ok: false, error: 'ratelimited' }, { 'Retry-After': String(outcome.seconds) });
  } else say(200, outcome.answer, outcome.headers);
}

interface Striking {
  readonly state: FakeState;
  readonly record: CallRecord;
  readonly response: ServerResponse;
  readonly say: (status: number, answer: Raw, headers?: Record<string, string>) => void;
}

/** Lets a fault have its way; true when the call shall be answered as usual after it. */
async function strike(fault: Fault, { state, record, response, say }: Striking): Promise<boolean> {
  switch (fault.kind) {
    case 'rate-limited': {
      const seconds = fault.retryAfterSeconds;
      record.retryAt = seconds === undefined ? null : record.at + seconds * 1000;
      const header = seconds === undefined ? undefined : { 'Retry-After': String(seconds) };
      say(429, { ok: false, error: 'ratelimited' }, header);
      return false;
    }
    case 'done-then-status':
    case 'status':
      if (fault.kind === 'done-then-status') carryOut(state, record);
      record.status = fault.status;
      response.writeHead(fault.status, { 'Content-Type': 'text/html' }).end('<h1>Oops</h1>');
      return false;
    case 'done-then-hang':
      carryOut(state, record);
      return false;
    case 'hang':
      return false;
    case 'done-then-reset':
      carryOut(state, record);
      response.destroy();
      return false;
    case 'reset':
      response.destroy();
      return false;
    case 'error':
      say(200, { ok: false, error: fault.error });
      return false;
    case 'garbage':
      record.status = 200;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ok": tru');
      return false;
    case 'slow':
      await new Promise(done => setTimeout(done, fault.milliseconds).unref());
      return true;
  }
}

type Outcome =
  | { readonly kind: 'answer'; readonly answer: Raw; readonly headers: Record<string, string> }
  | { readonly kind: 'limited'; readonly seconds: number };

function carryOut(state: FakeState, record: CallRecord): Outcome {
  const scopes = state.directory.tokens.get(record.token ?? '')?.scopes ?? [];
  const headers: Record<string, string> = scopes.length
    ? { 'X-OAuth-Scopes': scopes.join(',') }
    : {};
  try {
    return { kind: 'answer', answer: { ok: true, ...run(state, record) }, headers };
  } catch (error) {
    if (error instanceof ApiRateLimited) return { kind: 'limited', seconds: error.seconds };
    if (!(error instanceof ApiRefusal)) throw error;
    const answer = { ok: false, error: error.error, ...error.extra };
    record.answer = answer;
    return { kind: 'answer', answer, headers };
  }
}

function run(state: FakeState, { method: name, token, args }: CallRecord): Raw {
  const method = methods[name];
  if (!method) throw new ApiRefusal('unknown_method', { req_method: name });
  if (method.isOpen) return method.run({ state, token: nobody, args });
  if (token === null || token === '') throw new ApiRefusal('not_authed');
  const known = state.directory.tokens.get(token);
  if (!known) throw new ApiRefusal('invalid_auth');
  if (known.state !== 'active') throw new ApiRefusal(known.state);
  const { scopes } = method;
  if (scopes.length > 0 && !scopes.some(scope => known.scopes.includes(scope))) {
    const provided = known.scopes.join(',');
    throw new ApiRefusal('missing_scope', { needed: scopes.join(','), provided });
  }
  const call: ApiCall = { state, token: known, args };
  return method.run(call);
}

/** The whole body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Query, form or JSON: Slack takes each; a later one wins. */
function argsOf(request: IncomingMessage, body: string): Raw {
  const query = parse((request.url ?? '').split('?')[1] ?? '');
  if (request.headers['content-type']?.startsWith('application/json')) {
    const parsed: unknown = body === '' ? {} : JSON.parse(body);
    return { ...query, ...(isRaw(parsed) ? parsed : {}) };
  }
  return { ...query, ...parse(body) };
}

function tokenOf(request: IncomingMessage, args: Raw): string | null {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (typeof args.token === 'string' ? args.token : null);
}

function channelOf(args: Raw): string | null {
  const named = args.channel ?? args.channel_id ?? args.users;
  return typeof named === 'string' ? named : null;
}
