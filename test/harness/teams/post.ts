import type { Activity } from './activities.ts';
import type { KeyRing } from './keys.ts';

/** How a bot answered. */
export interface Answered {
  /** 0 = nobody answered in time, or the connection broke. */
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  readonly milliseconds: number;
}

/** What became of an activity: every answer, the last of which counts. */
export interface Delivered extends Answered {
  readonly attempts: readonly Answered[];
}

export interface PostOptions {
  /** Instead of a good token; null = no Authorization at all. */
  readonly authorization?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the activity's JSON. */
  readonly raw?: string;
  readonly method?: string;
  /** Claims other than those of a good token. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Teams' way to a bot: signed, and again when no good answer comes. */
export interface Post {
  /** Where the bot listens: "http://127.0.0.1:3978/api/messages". */
  botUrl: string;
  /** The claims of a good token for this activity. */
  claims(activity: Activity): Record<string, unknown>;
  /** Sends once, whatever comes of it. */
  post(activity: Activity, options?: PostOptions): Promise<Answered>;
  /** Sends until a 2xx: a message under the same id, an invoke under a new one. */
  deliver(activity: Activity, options?: PostOptions): Promise<Delivered>;
}

export interface PostParts {
  readonly keys: KeyRing;
  readonly appId: string;
  readonly serviceUrl: string;
  readonly now: () => Date;
  readonly redeliverAfter: number;
  readonly deliveries: number;
}

/** Where to is set on the returned object, once the bot listens. */
export function createPost(parts: PostParts): Post {
  const post: Post = {
    botUrl: '',
    claims: activity => claimsOf(parts, activity),
    post: (activity, options = {}) => send(post, parts, { activity, options }),
    deliver: async (activity, options = {}) => {
      const attempts: Answered[] = [];
      let current = activity;
      for (;;) {
        const answered = await send(post, parts, { activity: current, options });
        attempts.push(answered);
        const isTaken = answered.status >= 200 && answered.status < 300;
        if (isTaken || attempts.length >= parts.deliveries) return { ...answered, attempts };
        if (activity.type === 'invoke') {
          current = { ...activity, id: `${String(activity.id)}-${attempts.length}` };
        }
      }
    },
  };
  return post;
}

function claimsOf({ appId, now }: PostParts, { serviceUrl }: Activity): Record<string, unknown> {
  const second = Math.floor(now().getTime() / 1000);
  return {
    iss: 'https://api.botframework.com',
    aud: appId,
    nbf: second - 300,
    exp: second + 3_300,
    serviceurl: serviceUrl,
  };
}

async function send(
  post: Post,
  parts: PostParts,
  { activity, options }: { activity: Activity; options: PostOptions },
): Promise<Answered> {
  const claims = { ...claimsOf(parts, activity), ...options.claims };
  const authorization =
    options.authorization === undefined
      ? `Bearer ${await parts.keys.sign(claims)}`
      : options.authorization;
  const began = performance.now();
  try {
    const method = options.method ?? 'POST';
    const response = await fetch(post.botUrl, {
      method,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        ...(authorization !== null && { Authorization: authorization }),
        ...options.headers,
      },
      ...(method !== 'GET' &&
        method !== 'HEAD' && { body: options.raw ?? JSON.stringify(activity) }),
      signal: AbortSignal.timeout(parts.redeliverAfter),
    });
    const body = bodyFrom(await response.text());
    const { status, headers } = response;
    return { status, body, headers, milliseconds: performance.now() - began };
  } catch {
    const milliseconds = performance.now() - began;
    return { status: 0, body: null, headers: new Headers(), milliseconds };
  }
}

function bodyFrom(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
