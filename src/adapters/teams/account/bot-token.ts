import { z } from 'zod';
import type { Clock } from '../../../shared/clock.ts';
import { messageOf } from '../../../shared/errors.ts';
import { minute, plus, second } from '../../../shared/time.ts';
import { callServer, type ServerAnswer } from '../../api/call-server.ts';
import type { BotAccount } from './bot-account.ts';

/** The token with which we speak to the connector, or why there is none now. */
export type BearerToken =
  | { readonly kind: 'token'; readonly value: string }
  /** Local mode: nobody asks for one. */
  | { readonly kind: 'none' }
  | { readonly kind: 'missing'; readonly detail: string };

/** Gets tokens and keeps them while they are good. A failure is never kept. */
export interface BotToken {
  get(signal: AbortSignal): Promise<BearerToken>;
  /** The connector refused this one: the next call gets another. */
  forget(value: string): void;
}

export interface BotTokenParts {
  readonly account: BotAccount;
  readonly clock: Clock;
  /** Entra; tests have their own. */
  readonly loginUrl?: string;
}

interface Fetched {
  readonly value: string;
  readonly until: Date;
}

const entra = 'https://login.microsoftonline.com';
const resource = 'https://api.botframework.com';

/** A token is replaced before the connector would refuse it. */
const margin = 5 * minute;

/** The tokens of this app. */
export function createBotToken({ account, clock, loginUrl = entra }: BotTokenParts): BotToken {
  let kept: Fetched | null = null;
  let underway: Promise<Fetched> | null = null;
  if (account.kind === 'local') return { get: async () => ({ kind: 'none' }), forget: () => {} };
  let wasRefused = false;
  const ask = account.appPassword === null ? fromManagedIdentity : fromEntra;
  const renew = () => {
    underway ??= ask(account, { loginUrl, clock, isFresh: wasRefused })
      .then(fetched => {
        kept = fetched;
        wasRefused = false;
        return fetched;
      })
      .finally(() => {
        underway = null;
      });
    return underway;
  };
  return {
    async get(signal) {
      if (kept && clock.now() < plus(kept.until, -margin))
        return { kind: 'token', value: kept.value };
      try {
        const { value } = await before(signal, renew());
        return { kind: 'token', value };
      } catch (error) {
        return { kind: 'missing', detail: `no token for Teams: ${messageOf(error)}` };
      }
    },
    forget(value) {
      if (kept?.value !== value) return;
      kept = null;
      wasRefused = true;
    },
  };
}

/** Many messages wait for one request, each for as long as it may. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('no answer in time'));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

type TenantAccount = Extract<BotAccount, { kind: 'tenant' }>;

interface Asking {
  readonly loginUrl: string;
  readonly clock: Clock;
  /** True when the last one was refused before its time. */
  readonly isFresh: boolean;
}

const given = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().min(1) });
const refused = z.object({ error: z.string() });

/** The client credentials grant. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
async function fromEntra(
  { appId, appPassword, appTenantId, appType }: TenantAccount,
  { loginUrl, clock }: Asking,
): Promise<Fetched> {
  const authority = appType === 'MultiTenant' ? 'botframework.com' : appTenantId;
  const now = clock.now();
  const answer = await callServer({
    method: 'POST',
    url: new URL(`${loginUrl}/${authority}/oauth2/v2.0/token`),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword ?? '',
      scope: `${resource}/.default`,
    }).toString(),
    signal: AbortSignal.timeout(4 * second),
  });
  const token = answer.kind === 'answered' ? given.safeParse(answer.body) : null;
  if (!token?.success) throw new Error(whyNone(answer));
  const { access_token, expires_in } = token.data;
  return { value: access_token, until: plus(now, expires_in * second) };
}

// The body may quote the request, secret included, so only its error code is told.
function whyNone(answer: ServerAnswer): string {
  if (answer.kind !== 'answered') return answer.detail;
  const why = refused.safeParse(answer.body);
  const code = why.success && /^[a-z_]{1,40}$/.test(why.data.error) ? ` ${why.data.error}` : '';
  const advice =
    answer.status === 401 || code === ' invalid_client'
      ? ' Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.'
      : '';
  return `Entra answered ${answer.status}${code}.${advice}`;
}

/** An Azure machine's own identity, by botbuilder, which knows every kind of host. Loaded only where it is used. */
async function fromManagedIdentity(
  { appId, appTenantId }: TenantAccount,
  { clock, isFresh }: Asking,
): Promise<Fetched> {
  const { ConfigurationServiceClientCredentialFactory } = await import('botbuilder');
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: appTenantId,
    MicrosoftAppType: 'UserAssignedMSI',
  });
  const credentials = await factory.createCredentials(appId, resource, entra, true);
  // botbuilder's type names only what it does to a request; every kind it makes can also hand out its token.
  const { getToken } = credentials as unknown as { getToken(force: boolean): Promise<string> };
  const value = await getToken.call(credentials, isFresh);
  // It keeps the token itself and knows how long it is good, so it is asked again soon.
  return { value, until: plus(clock.now(), 2 * margin) };
}
