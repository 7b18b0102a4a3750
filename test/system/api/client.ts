import type { TokenWish } from '../../../src/adapters/api/create-token.ts';
import { rights } from '../../../src/adapters/api/right.ts';
import type { TestPorts } from '../../harness/database.ts';
import { openTestServer } from './server.ts';

interface Got {
  readonly status: number;
  readonly headers: Headers;
  /** Its JSON; null when there is none. */
  readonly body: unknown;
}

type Extra = Readonly<Record<string, string>>;

interface Calls {
  get(path: string, headers?: Extra): Promise<Got>;
  post(path: string, body: unknown, headers?: Extra): Promise<Got>;
  put(path: string, body: unknown, headers?: Extra): Promise<Got>;
  delete(path: string, headers?: Extra): Promise<Got>;
}

/** Another system that talks to a real server with a token that may everything about both customers. */
export interface Client extends Calls {
  readonly ports: TestPorts;
  readonly url: string;
  readonly complaints: readonly string[];
  /** A token of its own. */
  token(wish: Partial<TokenWish>): Promise<string>;
  /** The same with another token. */
  as(wish: Partial<TokenWish>): Promise<Calls>;
  close(): Promise<void>;
}

/** Opens the server with Northwind's night in it, and comes in with every right. */
export async function openClient(): Promise<Client> {
  const at = await openTestServer({ rate: { burst: 100_000, perSecond: 1_000 } }, ['northwind']);
  const every = { customers: ['northwind', 'lakeside'], mayPublish: true, may: rights } as const;
  const calls = async (wish: Partial<TokenWish>) => callsWith(at.url, await at.token(wish));
  return {
    ...(await calls({ ...every, customers: ['*'] })),
    // Reaches one customer where a list is asked for.
    get: (await calls({ ...every, customers: ['northwind'] })).get,
    ports: at.ports,
    url: at.url,
    complaints: at.complaints,
    token: at.token,
    as: wish => calls({ ...every, ...wish }),
    close: at.close,
  };
}

function callsWith(url: string, token: string): Calls {
  const send = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Extra },
  ): Promise<Got> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  };
  return {
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body, headers = {}) => send('POST', path, { body, headers }),
    put: (path, body, headers = {}) => send('PUT', path, { body, headers }),
    delete: (path, headers = {}) => send('DELETE', path, { headers }),
  };
}
