import type { Raw } from './check-element.ts';
import type { Directory, FakeToken } from './directory.ts';
import type { Faults } from './faults.ts';
import type { FakeMessage, MessageStore } from './message-store.ts';
import type { FileStore } from './methods-files.ts';
import type { OAuth } from './oauth.ts';
import type { Rates } from './rate.ts';
import type { Views } from './views.ts';

/** One call of our code to the Web API, as it arrived and as it was answered. */
export interface CallRecord {
  /** By the fake's clock, in milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly token: string | null;
  readonly args: Raw;
  /** The channel or user the call names. */
  readonly channel: string | null;
  /** HTTP status; null when it was never answered. */
  status: number | null;
  /** What was answered; null when nothing was. */
  answer: Raw | null;
  /** When it may be called again, where a 429 said so. */
  retryAt: number | null;
}

/** A message that only one person sees. */
export interface Ephemeral {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Raw[];
}

/** Everything the fake keeps. */
export interface FakeState {
  readonly directory: Directory;
  readonly messages: MessageStore;
  readonly files: FileStore;
  readonly views: Views;
  readonly oauth: OAuth;
  readonly faults: Faults;
  readonly rates: Rates;
  readonly calls: CallRecord[];
  readonly ephemerals: Ephemeral[];
  /** Where a file's bytes are sent to. */
  uploadUrl(file: string): string;
  /** Gives an app's Socket Mode address. */
  socketUrl(appToken: string): string;
  /** Called with every message that was posted or changed. */
  onMessage(message: FakeMessage): void;
  now(): number;
}

/** One call as a method of the Web API sees it. */
export interface ApiCall {
  readonly state: FakeState;
  /** Whose call it is; methods that need no token get one that can do nothing. */
  readonly token: FakeToken;
  readonly args: Raw;
}

/** An expected refusal: `{ok: false, error, …}`. */
export class ApiRefusal extends Error {
  readonly error: string;
  readonly extra: Raw;

  constructor(error: string, extra: Raw = {}) {
    super(error);
    this.error = error;
    this.extra = extra;
  }
}

/** 429 with a wait, in seconds. */
export class ApiRateLimited extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super('ratelimited');
    this.seconds = seconds;
  }
}

/** A method: which scopes let it through (any one of them), and what it does. */
export interface ApiMethod {
  readonly scopes: readonly string[];
  /** True for methods that are called without a token. */
  readonly isOpen?: true;
  run(call: ApiCall): Raw;
}

export function textArg({ args }: ApiCall, name: string): string {
  const value = args[name];
  return value === undefined || value === null ? '' : String(value);
}

/** True for `true` and "true"; null when the argument was left out. */
export function flagArg({ args }: ApiCall, name: string): boolean | null {
  if (args[name] === undefined) return null;
  return args[name] === true || args[name] === 'true';
}

/** A JSON argument, which form-encoded calls send as a string. */
export function jsonArg(call: ApiCall, name: string, error: string): unknown {
  const value = call.args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new ApiRefusal(error);
  }
}
