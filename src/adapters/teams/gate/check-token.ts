import { decodeProtectedHeader, jwtVerify } from 'jose';
import { botFrameworkIssuer, type SigningKeys } from './signing-keys.ts';

/** What a good token says about the activity it came with. */
export interface TokenWord {
  readonly serviceUrl: string;
  /** The channels its key may speak for. */
  readonly endorsements: readonly string[];
}

export interface TokenParts {
  readonly keys: SigningKeys;
  readonly appId: string;
  readonly now: Date;
}

/** Clocks may differ by this much. */
const skewSeconds = 5 * 60;
const longestToken = 8 * 1024;

/**
 * What a bearer token of the Bot Framework says, or null for any other: only RS256, its issuer, our app id
 * as audience, its time, and a key that is published. The emulator's issuers are others, and are none.
 * Throws KeysUnavailableError while the keys are not known.
 */
export async function checkToken(
  authorization: string | undefined,
  { keys, appId, now }: TokenParts,
): Promise<TokenWord | null> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (!token || token.length > longestToken) return null;
  const id = keyIdOf(token);
  const signing = id === null ? null : await keys.find(id);
  if (!signing) return null;
  try {
    const { payload } = await jwtVerify(token, signing.key, {
      algorithms: ['RS256'],
      issuer: botFrameworkIssuer,
      audience: appId,
      clockTolerance: skewSeconds,
      currentDate: now,
      requiredClaims: ['exp', 'nbf', 'serviceurl'],
    });
    const { serviceurl } = payload;
    if (typeof serviceurl !== 'string' || serviceurl === '') return null;
    return { serviceUrl: serviceurl, endorsements: signing.endorsements };
  } catch {
    // Whatever is wrong with it, it is not a token of theirs; which check failed is nobody's business.
    return null;
  }
}

function keyIdOf(token: string): string | null {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg === 'RS256' && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}
