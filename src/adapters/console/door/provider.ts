import type * as Client from 'openid-client';
import { isLoopback } from '../../../shared/loopback.ts';
import { second } from '../../../shared/time.ts';
import { type Vouched, vouchedBy } from '../../../sign-in/vouched.ts';

/** An OpenID provider of the vendor's, at which Handrail is registered. */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What one browser keeps between going to the provider and coming back, and nobody else knows. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  /** The secret behind the code challenge (RFC 7636). */
  readonly verifier: string;
}

/** The way to sign in elsewhere: authorization code with PKCE (OpenID Connect Core 1.0, 3.1). */
export interface Provider {
  /** Where to send the browser, and what it must bring back. Rejects when the provider does not answer. */
  begin(back: string): Promise<{ readonly url: string; readonly errand: Errand }>;
  /** Whom the provider vouches for. Rejects whatever is not in order: code, state, nonce, signature, audience, time. */
  finish(came: URL, errand: Errand): Promise<Vouched>;
}

/** A provider that is asked for its addresses and keys when somebody first comes by it, and again until it answers. */
export function createProvider({ issuer, clientId, clientSecret }: ProviderConfig): Provider {
  let known: Promise<Client.Configuration> | null = null;
  const discover = async () => {
    const client = await import('openid-client');
    const address = new URL(issuer);
    // By itself the library trusts the connection that a token came by and checks no signature (OpenID Connect Core, 3.1.3.7).
    const checked = [client.enableNonRepudiationChecks];
    const execute = isLoopback(address.hostname)
      ? [...checked, client.allowInsecureRequests]
      : checked;
    const timeout = (5 * second) / 1000;
    return client.discovery(address, clientId, clientSecret, undefined, { execute, timeout });
  };
  const configuration = () => {
    known ??= discover().catch(error => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    async begin(back) {
      const config = await configuration();
      const client = await import('openid-client');
      const errand = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: 'openid email',
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, errand };
    },
    async finish(came, { state, nonce, verifier }) {
      const config = await configuration();
      const client = await import('openid-client');
      const tokens = await client.authorizationCodeGrant(config, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return vouchedBy(tokens.claims() ?? { iss: issuer });
    },
  };
}
