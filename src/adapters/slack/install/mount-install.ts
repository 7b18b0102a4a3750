import type { IRouter, Request, Response } from 'express';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import { createRateLimit } from '../../api/rate-limit.ts';
import { type Completed, completeInstallation, type OAuthParts } from './complete-installation.ts';
import { type InstallStates, stateLife } from './install-state.ts';

export interface InstallParts extends OAuthParts {
  readonly states: InstallStates;
  /** Asked for in every workspace. */
  readonly scopes: readonly string[];
  /** Slack's own page where somebody allows the app. */
  readonly authorizeUrl: string;
  readonly isHttps: 'https' | 'http';
}

const cookieName = 'handrail_slack_install';

/** `/slack/install` and `/slack/oauth_redirect`: a workspace of the vendor's installs the app by itself. */
export function mountInstall(app: IRouter, parts: InstallParts): void {
  const visits = createRateLimit({ burst: 20, perSecond: 0.5 });
  const slowDown = (request: Request): void => {
    const address = request.socket.remoteAddress ?? '';
    const { waitSeconds: wait } = visits.take(address, parts.clock.now());
    if (wait > 0)
      throw new HttpProblem([429, 'too-many'], `Too many requests. Try again in ${wait} s.`, {
        headers: { 'Retry-After': String(wait) },
      });
  };
  app
    .route('/slack/install')
    .get(async (request, response) => {
      slowDown(request);
      await showInstall(response, parts);
    })
    .all(refuseMethod('GET'));
  app
    .route('/slack/oauth_redirect')
    .get(async (request, response) => {
      slowDown(request);
      await finish(request, response, parts);
    })
    .all(refuseMethod('GET'));
}

async function showInstall(response: Response, parts: InstallParts): Promise<void> {
  const { states, client, scopes, redirectUri, authorizeUrl, isHttps } = parts;
  const { state, cookie } = await states.begin();
  const target = new URL(authorizeUrl);
  target.search = new URLSearchParams({
    client_id: client.id,
    scope: scopes.join(','),
    redirect_uri: redirectUri,
    state,
  }).toString();
  response.cookie(cookieName, cookie, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps === 'https',
    path: '/slack',
    maxAge: stateLife,
  });
  const link = `<a class="go" href="${escaped(target.toString())}">Add Handrail to Slack</a>`;
  page(response, 200, {
    title: 'Handrail for Slack',
    body: `<p>Handrail stands in the channels you share with your customers. It reads the channels you invite it to, and writes only there and to people directly.</p><p>${link}</p><p>Slack asks you what it may do, and brings you back here. This page is good for ten minutes.</p>`,
  });
}

async function finish(request: Request, response: Response, parts: InstallParts): Promise<void> {
  const { state, code, error } = request.query;
  response.clearCookie(cookieName, { path: '/slack' });
  const cookie = cookieOf(request);
  const isOurs =
    typeof state === 'string' && cookie !== null && (await parts.states.use(state, cookie));
  if (!isOurs) return page(response, 400, pages.expired);
  if (typeof error === 'string' || typeof code !== 'string' || code === '')
    return page(response, 200, pages.cancelled);
  const completed = await completeInstallation(parts, code);
  page(response, statuses[completed], pages[completed]);
}

function cookieOf({ headers }: Request): string | null {
  const found = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{20,60})(?:;|$)`).exec(
    headers.cookie ?? '',
  );
  return found?.[1] ?? null;
}

const statuses: Readonly<Record<Completed, number>> = {
  installed: 200,
  'not-allowed': 403,
  refused: 400,
  unreachable: 502,
};

const again = '<p><a href="/slack/install">Begin again</a></p>';

interface Page {
  readonly title: string;
  /** Our own HTML; nothing of the request goes into it. */
  readonly body: string;
}

const pages: Readonly<Record<Completed | 'expired' | 'cancelled', Page>> = {
  installed: {
    title: 'Handrail is in your Slack',
    body: '<p>Invite it to a channel: <code>/invite @Handrail</code>. It then asks whoever invited it, directly, which customer the channel is for.</p>',
  },
  'not-allowed': {
    title: 'This workspace is not on the list',
    body: '<p>Ask whoever runs Handrail to add its id to SLACK_WORKSPACES. Nothing was kept.</p>',
  },
  refused: {
    title: 'Slack did not confirm it',
    body: `<p>Nothing was installed by this attempt.</p>${again}`,
  },
  unreachable: {
    title: 'Slack cannot be reached at the moment',
    body: `<p>Nothing was installed by this attempt.</p>${again}`,
  },
  expired: {
    title: 'This attempt is no longer good',
    body: `<p>It works once, within ten minutes, in the browser it was begun in.</p>${again}`,
  },
  cancelled: { title: 'Nothing was installed', body: again },
};

function page(response: Response, status: number, { title, body }: Page): void {
  response
    .status(status)
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    })
    .end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1d1c1d}.go{display:inline-block;padding:.6rem 1rem;border-radius:.4rem;background:#1d1c1d;color:#fff;text-decoration:none}</style></head><body><h1>${title}</h1>${body}</body></html>`,
    );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
