import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** One key of the issuer, with what Microsoft publishes of it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly published: JWK & { readonly endorsements?: readonly string[] };
}

/** What the Bot Framework signs with: keys that rotate and say for which channels they stand. */
export interface KeyRing {
  /** What the JWKS address answers now. */
  readonly published: () => readonly SigningKey['published'][];
  readonly current: () => SigningKey;
  /** A new key signs from now on; the old ones are still published unless they are dropped. */
  rotate(old: 'kept' | 'dropped'): Promise<SigningKey>;
  /** A key that is published, but endorsed for these channels alone. */
  endorse(endorsements: readonly string[]): Promise<SigningKey>;
  /** A key nobody publishes. */
  foreign(): Promise<SigningKey>;
  /** A signed token with exactly these claims. */
  sign(claims: JWTPayload, key?: SigningKey): Promise<string>;
}

let made = 0;

async function makeKey(endorsements: readonly string[]): Promise<SigningKey> {
  made += 1;
  const kid = `key-${made}`;
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { kid, privateKey, published: { ...jwk, kid, use: 'sig', x5t: kid, endorsements } };
}

/** Making a key takes longer than the rest of a stage, and a test that rotates makes its own. */
let first: Promise<SigningKey> | null = null;

/** A ring with one key that is endorsed for Teams and a few other channels. */
export async function createKeyRing(): Promise<KeyRing> {
  const endorsed = ['msteams', 'webchat', 'directline'];
  first ??= makeKey(endorsed);
  let keys = [await first];
  const current = (): SigningKey => {
    const [newest] = keys;
    if (!newest) throw new Error('The ring has no key.');
    return newest;
  };
  const add = async (endorsements: readonly string[]) => {
    const key = await makeKey(endorsements);
    return key;
  };
  return {
    published: () => keys.map(key => key.published),
    current,
    rotate: async old => {
      const key = await add(endorsed);
      keys = old === 'kept' ? [key, ...keys] : [key];
      return key;
    },
    endorse: async endorsements => {
      const key = await add(endorsements);
      keys = [...keys, key];
      return key;
    },
    foreign: () => add(endorsed),
    sign: (claims, key = current()) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, x5t: key.kid })
        .sign(key.privateKey),
  };
}
