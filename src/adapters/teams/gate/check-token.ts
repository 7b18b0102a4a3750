import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Refusal } from '../../api/refusals.ts';
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
 * What a bearer token of the Bot Framework says, or why it is none: only RS256, its issuer, our app id
 * as audience, its time, and a key that is published. The emulator's issuers are others, and are none.
 * Throws KeysUnavailableError while the keys are not known.
 */
export async function checkToken(
  authorization: string | undefined,
  { keys, appId, now }: TokenParts,
): Promise<TokenWord | Refusal> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (!token || token.length > longestToken) return 'forged';
  const id = keyIdOf(token);
  const signing = id === null ? null : await keys.find(id);
  if (!signing) return 'forged';
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
    if (typeof serviceurl !== 'string' || serviceurl === '') return 'forged';
    return { serviceUrl: serviceurl, endorsements: signing.endorsements };
  } catch (error) {
    // Its signature is looked at first: only its time is wrong. Whoever sent it is told of neither.
    return isUntimely(error) ? 'untimely' : 'forged';
  }
}

function isUntimely(error: unknown): boolean {
  if (error instanceof errors.JWTExpired) return true;
  return error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf';
}

function keyIdOf(token: string): string | null {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg === 'RS256' && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}
