import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** An OpenID provider on this machine: discovery, keys, the code flow with PKCE, identity tokens it signs. */
export interface FakeProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the next tokens say of whoever comes, besides what a token must say; and what is wrong with them. */
  says: JWTPayload;
  signs: 'well' | 'with a strange key' | 'nothing';
  /** How often a code was given for a token. */
  readonly codes: { given: number };
  /** Somebody proves themselves there: the address that their browser is sent back to. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

interface Pending {
  readonly query: URLSearchParams;
}

/** Opens a provider that knows one client. */
export async function openFakeProvider(): Promise<FakeProvider> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const strange = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const pending = new Map<string, Pending>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: FakeProvider = {
    issuer,
    clientId: 'handrail',
    clientSecret: 'a secret of sixteen and more',
    says: {},
    signs: 'well',
    codes: { given: 0 },
    async visit(address) {
      const came = await fetch(address, { redirect: 'manual' });
      return came.headers.get('location') ?? '';
    },
    close: () => new Promise(done => server.close(() => done())),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return void json(documentOf(issuer));
      case '/jwks':
        return void json({ keys: [jwk] });
      case '/authorize': {
        const code = `code-${pending.size + 1}`;
        pending.set(code, { query: url.searchParams });
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        return void response.writeHead(302, { Location: back.href }).end();
      }
      case '/token':
        return void give(new URLSearchParams(await textOf(request)), request, json);
      default:
        return void json({ error: 'not_found' }, 404);
    }
  }

  async function give(
    form: URLSearchParams,
    { headers }: IncomingMessage,
    json: (body: unknown, status?: number) => unknown,
  ): Promise<void> {
    const code = form.get('code') ?? '';
    const { query } = pending.get(code) ?? {};
    pending.delete(code);
    const isOurs = isClient(headers.authorization, form, provider);
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '');
    const isProven = query?.get('code_challenge') === challenge.digest('base64url');
    const isSameWay = query?.get('redirect_uri') === form.get('redirect_uri');
    if (!query || !isOurs || !isProven || !isSameWay) {
      json({ error: 'invalid_grant' }, 400);
      return;
    }
    provider.codes.given += 1;
    const nonce = query.get('nonce') ?? '';
    json({ access_token: 'none', token_type: 'Bearer', id_token: await tokenFor(nonce) });
  }

  function tokenFor(nonce: string): Promise<string> | string {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: issuer, aud: 'handrail', sub: 's-1', nonce, iat: now, exp: now + 60 };
    const claims = { ...usual, ...provider.says };
    if (provider.signs === 'nothing') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claims)}.`;
    }
    const { privateKey } = provider.signs === 'well' ? own : strange;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
  }

  return provider;
}

function documentOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** By HTTP Basic or in the form: RFC 6749, 2.3.1. */
function isClient(
  authorization: string | undefined,
  form: URLSearchParams,
  { clientId, clientSecret }: FakeProvider,
): boolean {
  const encoded = /^Basic (.+)$/.exec(authorization ?? '')?.[1];
  const basic = encoded && Buffer.from(encoded, 'base64').toString('utf8');
  const [id, secret] = basic
    ? basic.split(':').map(part => decodeURIComponent(part.replaceAll('+', ' ')))
    : [form.get('client_id'), form.get('client_secret')];
  return id === clientId && secret === clientSecret;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
