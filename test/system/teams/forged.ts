import { createHmac, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Activity } from '../../harness/teams/activities.ts';
import type { PostOptions } from '../../harness/teams/post.ts';
import type { FakeTeams } from '../../harness/teams/teams.ts';

/** A request that looks like one of Teams and is none. */
export interface Forgery {
  readonly name: string;
  readonly activity: Activity;
  readonly options: PostOptions;
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Forty ways to look like Teams. `good` is an activity that would be believed with its own token. */
export async function listForgeries(teams: FakeTeams, good: Activity): Promise<Forgery[]> {
  const { keys } = teams;
  const claims = teams.claims(good);
  const now = Number(claims.exp) - 3_300;
  const bearer = (token: string): PostOptions => ({ authorization: `Bearer ${token}` });
  const signed = async (changes: object) => bearer(await keys.sign({ ...claims, ...changes }));
  const unsigned = (header: object, signature = '') =>
    bearer(`${part(header)}.${part(claims)}.${signature}`);
  const { kid } = keys.current();
  const real = await keys.sign(claims);
  const [head = '', body = '', signature = ''] = real.split('.');
  const publicKey = JSON.stringify(keys.current().published);
  const hmac = (alg: string, hash: string, key: string) => {
    const text = `${part({ alg, typ: 'JWT', kid })}.${part(claims)}`;
    return bearer(`${text}.${createHmac(hash, key).update(text).digest('base64url')}`);
  };
  const foreign = await keys.foreign();
  const others = await keys.endorse(['webchat', 'directline']);
  const unendorsed = await keys.endorse([]);
  const es = async (alg: string) => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const token = new SignJWT(claims).setProtectedHeader({ alg, kid });
    return bearer(await token.sign(pair.privateKey));
  };
  const forgery = (name: string, options: PostOptions, changes: object = {}): Forgery => ({
    name,
    options,
    activity: { ...good, ...changes },
  });
  const other = { tenant: { id: '99999999-0000-4000-8000-000000000000' } };
  const conversation = good.conversation as object;
  return [
    forgery('no token', { authorization: null }),
    forgery('an empty token', { authorization: 'Bearer ' }),
    forgery('another scheme', { authorization: `Basic ${real}` }),
    forgery('two tokens', { authorization: `Bearer ${real} ${real}` }),
    forgery('no token but words', bearer('let me in')),
    forgery('alg none', unsigned({ alg: 'none', typ: 'JWT', kid })),
    forgery('alg none, with a signature', unsigned({ alg: 'none', kid }, signature)),
    forgery('alg None', unsigned({ alg: 'None', kid })),
    forgery('alg NONE', unsigned({ alg: 'NONE', kid })),
    forgery('no alg', unsigned({ kid }, signature)),
    forgery('HS256 with the public key', hmac('HS256', 'sha256', publicKey)),
    forgery('HS384 with the modulus', hmac('HS384', 'sha384', String(keys.current().published.n))),
    forgery('HS512 with the key id', hmac('HS512', 'sha512', kid)),
    forgery('RS256 in the header, HMAC in the signature', hmac('RS256', 'sha256', publicKey)),
    forgery('ES256 with an own key', await es('ES256')),
    forgery('no key id', unsigned({ alg: 'RS256' }, signature)),
    forgery('an unknown key id', unsigned({ alg: 'RS256', kid: 'nobody' }, signature)),
    forgery('a key nobody publishes', bearer(await keys.sign(claims, foreign))),
    forgery('a key of its own in the header', {
      ...bearer(
        await new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', kid: foreign.kid, jwk: foreign.published })
          .sign(foreign.privateKey),
      ),
    }),
    forgery(
      'an address of keys in the header',
      unsigned({ alg: 'RS256', kid: foreign.kid, jku: `${teams.origin}/keys` }, signature),
    ),
    forgery('an unknown critical header', unsigned({ alg: 'RS256', kid, crit: ['x'] }, signature)),
    forgery('a changed body', bearer(`${head}.${part({ ...claims, extra: 1 })}.${signature}`)),
    forgery('a cut signature', bearer(`${head}.${body}.${signature.slice(0, -4)}`)),
    forgery(
      'a random signature',
      bearer(`${head}.${body}.${randomBytes(256).toString('base64url')}`),
    ),
    forgery('another audience', await signed({ aud: '11111111-1111-4111-8111-111111111111' })),
    forgery('no audience', await signed({ aud: undefined })),
    forgery('the issuer Entra', await signed({ iss: 'https://sts.windows.net/common/' })),
    forgery(
      'the emulator of botbuilder 3',
      await signed({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
    ),
    forgery(
      'the emulator of botbuilder 4',
      await signed({
        iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
        appid: teams.appId,
      }),
    ),
    forgery('no issuer', await signed({ iss: undefined })),
    forgery('expired', await signed({ exp: now - 301 })),
    forgery('no expiry', await signed({ exp: undefined })),
    forgery('not yet valid', await signed({ nbf: now + 301 })),
    forgery('no service URL in the token', await signed({ serviceurl: undefined })),
    forgery('an empty service URL in both', await signed({ serviceurl: '' }), { serviceUrl: '' }),
    forgery('another service URL', await signed({ serviceurl: `${teams.origin}/amer/` })),
    forgery('no service URL in the activity', await signed({}), { serviceUrl: undefined }),
    forgery('a key for other channels', bearer(await keys.sign(claims, others))),
    forgery('a key for no channel', bearer(await keys.sign(claims, unendorsed))),
    forgery('another tenant', await signed({}), {
      conversation: { ...conversation, tenantId: other.tenant.id },
      channelData: other,
    }),
  ];
}

/** Sixty service URLs to which no token may ever go; `trap` is a server that listens, with its origin. */
export function listHostileUrls(trap: string): string[] {
  const { port, host } = new URL(trap);
  const real = 'smba.trafficmanager.net';
  const evil = [
    `${trap}/`,
    `${trap}/emea/`,
    `http://localhost:${port}/`,
    `http://127.1:${port}/`,
    `http://0x7f000001:${port}/`,
    `http://2130706433:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://127.0.0.1.nip.io:${port}/`,
    `http://user@${host}/`,
    `http://user:word@${host}/`,
    `http:${host}/`,
    `http:\\\\${host}\\`,
    `//${host}/`,
    ` ${trap}/`,
    `${trap}/\n`,
    `\t${trap}/`,
    `${trap}\\@${real}/`,
    `${trap}#@${real}/`,
    `${trap}?@${real}/`,
  ];
  const names = [
    'https://evil.trafficmanager.net/',
    'https://smba-evil.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://evil.example#smba.trafficmanager.net/',
    'https://evil.example?smba.trafficmanager.net',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:444/',
    'https://smba.trafficmanager.net:80/',
    'http://smba.trafficmanager.net/',
    'ftp://smba.trafficmanager.net/',
    'file:///etc/passwd',
    'javascript:fetch(1)',
    'data:text/html,x',
    'ws://smba.trafficmanager.net/',
    'https://xsmba.trafficmanager.net/',
    'https://smba.trafficmanager.net./',
    'https://smba.trafficmanager.net%2eevil.example/',
    'https://smba.trafficmanager.net%00.evil.example/',
    'https://smba。trafficmanager。net/',
    'https://smba.trafficmаnager.net/',
    'https://ſmba.trafficmanager.net/',
    'https://SMBA.trafficmanager.net@evil.example/',
    'https://smba.infra.gcc.teams.microsoft.com.evil.example/',
    'https://smba.infra.gov.teams.microsoft.us.evil.example/',
    'https://infra.gcc.teams.microsoft.com/',
    'https://teams.microsoft.com/',
    'https://api.botframework.com/',
    'https://directline.botframework.com/',
    'https://smba.trafficmanager.net/../../evil',
    'https://smba.trafficmanager.net/emea/%2e%2e/',
    'https://smba.trafficmanager.net/emea/?x=https://evil.example',
    'https://smba.trafficmanager.net/emea/#x',
    'https:// smba.trafficmanager.net/',
    'https://smba.trafficmanager.net /',
    'smba.trafficmanager.net',
    '',
    'null',
    `https://smba.trafficmanager.net/${'a'.repeat(600)}`,
  ];
  return [...evil, ...names];
}
