/** The bearer tokens that were given out, and how often each was shown to the connector. */
export interface TokenBook {
  readonly given: readonly string[];
  /** How often a token was asked for. */
  readonly asked: () => number;
  give(form: URLSearchParams, tenant: string): { status: number; body: Record<string, unknown> };
  /** True for a token of ours that is still good. */
  isGood(authorization: string | undefined): boolean;
  /** From now on none that was given before is good. */
  expire(): void;
}

export interface AppAccount {
  readonly appId: string;
  readonly password: string;
  readonly tenant: string;
}

/** Entra's token endpoint for one app (client credentials). */
export function createTokenBook({ appId, password, tenant }: AppAccount): TokenBook {
  const given: string[] = [];
  let good = new Set<string>();
  let asked = 0;
  return {
    given,
    asked: () => asked,
    give: (form, asTenant) => {
      asked += 1;
      const refuse = (error: string) => ({ status: 401, body: { error } });
      if (form.get('grant_type') !== 'client_credentials')
        return { status: 400, body: { error: 'unsupported_grant_type' } };
      if (form.get('client_id') !== appId || form.get('client_secret') !== password)
        return refuse('invalid_client');
      if (asTenant !== tenant) return refuse('unauthorized_client');
      if (form.get('scope') !== 'https://api.botframework.com/.default')
        return { status: 400, body: { error: 'invalid_scope' } };
      const token = `bearer-of-handrail-${given.length + 1}-${crypto.randomUUID()}`;
      given.push(token);
      good.add(token);
      return {
        status: 200,
        body: {
          token_type: 'Bearer',
          expires_in: 3_599,
          ext_expires_in: 3_599,
          access_token: token,
        },
      };
    },
    isGood: authorization => good.has(authorization?.replace(/^Bearer /, '') ?? ''),
    expire: () => {
      good = new Set();
    },
  };
}
