import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { splitConversation } from '../../../src/adapters/teams/account/activity-ref.ts';
import { type Call, createFaults, type Fault, type Faults, type ShownActivity } from './calls.ts';
import { cardProblems } from './card-check.ts';
import type { KeyRing } from './keys.ts';
import { conversationWindows, createMeter, mostBytes, tenantWindows } from './limits.ts';
import { type Conversation, type Member, memberAccount, memberId } from './people.ts';
import type { TokenBook } from './tokens.ts';

export interface ConnectorParts {
  readonly keys: KeyRing;
  readonly tokens: TokenBook;
  readonly conversations: Map<string, Conversation>;
  readonly people: readonly Member[];
  readonly botId: string;
  /** Nobody needs a token. */
  readonly isFree: boolean;
  /** Milliseconds, for the limits. */
  readonly now: () => number;
  /** `open`: nothing is counted, for stories on virtual time. */
  readonly limits: 'published' | 'open';
  /** What a 429 says in Retry-After; null = nothing at all. */
  readonly retryAfter: () => string | null;
}

/** Microsoft's side of the conversation: OpenID, keys, tokens and the Connector REST API on one port. */
export interface Connector {
  readonly origin: string;
  readonly calls: Call[];
  readonly shown: ShownActivity[];
  readonly faults: Faults;
  /** Resolves when the next message is there to be seen. */
  next(): Promise<void>;
  /** Adaptive Cards that Teams would not have shown. */
  readonly cardProblems: string[];
  /** Connections are refused until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Listens on a free port of this machine. */
export async function openConnector(parts: ConnectorParts): Promise<Connector> {
  const state = createState(parts);
  const open: Set<Server> = new Set();
  const listen = async (port: number) => {
    const server = createServer((request, response) => void state.take(request, response));
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    open.add(server);
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  state.origin = `http://127.0.0.1:${port}`;
  const down = async () => {
    for (const server of open) {
      open.delete(server);
      server.closeAllConnections();
      await new Promise<unknown>(resolve => server.close(resolve));
    }
  };
  const { calls, shown, faults, problems } = state;
  const next = () => new Promise<void>(resolve => state.waiting.push(resolve));
  const up = async () => void (await listen(port));
  return {
    origin: state.origin,
    calls,
    shown,
    faults,
    cardProblems: problems,
    next,
    down,
    up,
    close: down,
  };
}

type ConnectorState = ReturnType<typeof createState>;

function createState(parts: ConnectorParts) {
  return {
    parts,
    origin: '',
    calls: [] as Call[],
    shown: [] as ShownActivity[],
    problems: [] as string[],
    faults: createFaults(),
    meter: createMeter(),
    count: 0,
    waiting: [] as (() => void)[],
    async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
      try {
        await serve(this, request, response);
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
    },
  };
}

async function serve(state: ConnectorState, request: IncomingMessage, response: ServerResponse) {
  const text = await readText(request);
  const url = new URL(request.url ?? '/', state.origin);
  const fixed = publicAnswer(state, url);
  if (fixed) return reply(response, fixed);
  const call = callOf(state, { request, url, text });
  state.calls.push(call);
  const fault = state.faults.take(call);
  call.note = fault ? JSON.stringify(fault) : null;
  if (
    fault &&
    (await isSpoilt(fault, { response, call, act: () => carryOut(state, request, call) }))
  )
    return;
  const answer = carryOut(state, request, call);
  call.status = answer.status;
  reply(response, answer);
}

interface Spoiling {
  readonly response: ServerResponse;
  readonly call: Call;
  readonly act: () => Answer;
}

/** Does what the fault says; false when the call goes on as usual. */
async function isSpoilt(fault: Fault, { response, call, act }: Spoiling): Promise<boolean> {
  if (typeof fault === 'object' && 'slow' in fault) {
    await new Promise(resolve => setTimeout(resolve, fault.slow));
    return false;
  }
  if (typeof fault === 'object') {
    const { status, retryAfter, code = 'InjectedFault' } = fault;
    call.status = status;
    const headers: Record<string, string> = retryAfter ? { 'Retry-After': retryAfter } : {};
    reply(response, { status, headers, body: { error: { code, message: 'Injected.' } } });
    return true;
  }
  if (fault.startsWith('accept')) act();
  if (fault.endsWith('reset')) response.destroy();
  return true;
}

function publicAnswer(state: ConnectorState, { pathname }: URL): Answer | null {
  if (pathname === '/v1/.well-known/openidconfiguration') {
    const jwks_uri = `${state.origin}/v1/.well-known/keys`;
    return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri } };
  }
  if (pathname !== '/v1/.well-known/keys') return null;
  return { status: 200, body: { keys: state.parts.keys.published() } };
}

interface Asked {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly text: string;
}

function callOf({ parts }: ConnectorState, { request, url, text }: Asked): Call {
  const method = request.method ?? 'GET';
  const id = /\/v3\/conversations\/([^/]+)/.exec(url.pathname)?.[1];
  const { conversation, root } = splitConversation(id ? decodeURIComponent(id) : '');
  const isForm = url.pathname.endsWith('/oauth2/v2.0/token');
  return {
    at: parts.now(),
    kind: kindOf(method, url.pathname),
    method,
    path: url.pathname + url.search,
    conversation: conversation || null,
    root,
    body: isForm ? Object.fromEntries(new URLSearchParams(text)) : parsed(text),
    bytes: Buffer.byteLength(text),
    status: 0,
    note: null,
  };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function kindOf(method: string, path: string): Call['kind'] {
  if (path.endsWith('/oauth2/v2.0/token')) return 'token';
  if (method === 'GET') return /members/.test(path) ? 'members' : 'other';
  if (method === 'POST') return /\/activities(\/[^/]+)?$/.test(path) ? 'send' : 'create';
  if (method === 'PUT') return 'edit';
  return method === 'DELETE' ? 'delete' : 'other';
}

function carryOut(state: ConnectorState, request: IncomingMessage, call: Call): Answer {
  const { parts } = state;
  if (call.kind === 'token') {
    const form = new URLSearchParams(call.body as Record<string, string>);
    return parts.tokens.give(form, call.path.split('/')[1] ?? '');
  }
  if (!parts.isFree && !parts.tokens.isGood(request.headers.authorization))
    return problem(401, 'Unauthorized', 'Authorization has been denied for this request.');
  if (call.bytes - pictureBytes(call.body) > mostBytes)
    return problem(413, 'MessageSizeTooBig', 'Over 80 KB.');
  if (call.kind === 'create') return create(state, call);
  const conversation = parts.conversations.get(call.conversation ?? '');
  if (!conversation) return problem(404, 'ConversationNotFound', 'Conversation not found.');
  if (!conversation.isInstalled)
    return problem(403, 'BotNotInConversationRoster', 'The bot is not part of it.');
  if (call.kind === 'members') return listMembers(conversation, call);
  if (conversation.isBlocked) return problem(403, 'MessageWritesBlocked', 'Blocked by the user.');
  return overLimit(state, conversation) ?? write(state, call);
}

function overLimit({ parts, meter }: ConnectorState, { id, tenant }: Conversation): Answer | null {
  if (parts.limits === 'open') return null;
  const now = parts.now();
  const wait =
    meter.take(id, conversationWindows, now) || meter.take(`tenant ${tenant}`, tenantWindows, now);
  if (wait === 0) return null;
  const retryAfter = parts.retryAfter();
  const headers: Record<string, string> = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  return { ...problem(429, 'Throttled', 'Too many requests.'), headers };
}

function write(state: ConnectorState, call: Call): Answer {
  const { shown, parts } = state;
  const activity = (call.body ?? {}) as Record<string, unknown>;
  const problems = [
    ...cardsOf(activity).flatMap(cardProblems),
    ...picturesOf(activity).flatMap(pictureProblems),
  ];
  state.problems.push(...problems);
  if (problems.length > 0) return problem(400, 'BadSyntax', problems.join('; '));
  if (call.kind === 'send') {
    if (activity.type === 'typing') return { status: 201, body: { id: nextId(state) } };
    const id = nextId(state);
    const conversation = call.conversation ?? '';
    const isChannel = parts.conversations.get(conversation)?.kind === 'channel';
    const root = call.root ?? (isChannel ? id : null);
    shown.push({ id, conversation, root, at: call.at, activity, edits: 0, isDeleted: false });
    for (const seen of state.waiting.splice(0)) seen();
    return { status: 201, body: { id } };
  }
  const id = decodeURIComponent(/\/activities\/([^/?]+)/.exec(call.path)?.[1] ?? '');
  const known = shown.find(
    each => each.id === id && each.conversation === call.conversation && !each.isDeleted,
  );
  if (!known) return problem(404, 'ActivityNotFoundInConversation', 'No such activity.');
  if (call.kind === 'delete') known.isDeleted = true;
  else {
    known.activity = activity;
    known.edits += 1;
  }
  return { status: 200, body: { id } };
}

function cardsOf(activity: Readonly<Record<string, unknown>>): unknown[] {
  const attachments = Array.isArray(activity.attachments) ? activity.attachments : [];
  return attachments
    .filter(each => each?.contentType === 'application/vnd.microsoft.card.adaptive')
    .map(each => each.content);
}

interface ShownPicture {
  readonly contentType?: unknown;
  readonly contentUrl?: unknown;
}

function picturesOf(activity: Readonly<Record<string, unknown>>): ShownPicture[] {
  const attachments = Array.isArray(activity.attachments) ? activity.attachments : [];
  return attachments.filter(each => String(each?.contentType).startsWith('image/'));
}

/** Pictures inside a message do not count towards its size. */
function pictureBytes(body: unknown): number {
  const pictures = picturesOf((body ?? {}) as Record<string, unknown>);
  return pictures.reduce((sum, { contentUrl }) => sum + String(contentUrl).length, 0);
}

/** "Pictures can be up to 1024 × 1024 pixels and 1 MB in PNG, JPEG, or GIF format." */
function pictureProblems({ contentUrl }: ShownPicture): string[] {
  const encoded = /^data:image\/png;base64,([\w+/]+=*)$/.exec(String(contentUrl))?.[1];
  if (!encoded) return ['not a picture in the message'];
  const png = Buffer.from(encoded, 'base64');
  if (png.toString('latin1', 1, 4) !== 'PNG') return ['not a PNG'];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const isFitting = width <= 1024 && height <= 1024 && png.length <= 1024 * 1024;
  return isFitting ? [] : [`a picture of ${width} × ${height}, ${png.length} bytes`];
}

/** A personal chat with somebody of the host tenant; nobody else can be written to directly. */
function create(state: ConnectorState, call: Call): Answer {
  const {
    members = [],
    tenantId,
    channelData,
  } = (call.body ?? {}) as {
    members?: { id?: string }[];
    tenantId?: string;
    channelData?: { tenant?: { id?: string } };
  };
  const tenant = tenantId ?? channelData?.tenant?.id;
  const id = members[0]?.id;
  const person = state.parts.people.find(each => each.user === id || memberId(each) === id);
  if (members.length !== 1 || !person || !tenant)
    return problem(400, 'BadSyntax', 'One known member and the tenant are needed.');
  const known = [...state.parts.conversations.values()].find(
    each => each.kind === 'personal' && each.members[0] === person,
  );
  if ((person.tenant !== tenant && person.guestOf !== tenant) || !known?.isInstalled)
    return problem(403, 'ForbiddenOperationException', 'The bot is not installed for this person.');
  return { status: 201, body: { id: known.id, serviceUrl: `${state.origin}/emea/` } };
}

function listMembers(conversation: Conversation, call: Call): Answer {
  const { members, tenant } = conversation;
  const url = new URL(call.path, 'http://teams');
  const one = /\/members\/([^/]+)$/.exec(url.pathname)?.[1];
  if (one) {
    const id = decodeURIComponent(one);
    const found = members.find(each => memberId(each) === id || each.user === id);
    return found
      ? { status: 200, body: memberAccount(found, tenant) }
      : problem(404, 'MemberNotFoundInConversation', 'The member was not found.');
  }
  const from = Number(url.searchParams.get('continuationToken') ?? 0);
  const size = Math.max(50, Number(url.searchParams.get('pageSize') ?? 50));
  const page = members.slice(from, from + size).map(each => memberAccount(each, tenant));
  if (!url.pathname.endsWith('pagedmembers')) return { status: 200, body: page };
  const isMore = from + size < members.length;
  return {
    status: 200,
    body: { members: page, ...(isMore && { continuationToken: String(from + size) }) },
  };
}

function nextId(state: ConnectorState): string {
  state.count += 1;
  return String(1_772_000_000_000 + state.count);
}

function problem(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

function reply(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
