import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import { codeOf, propertyOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Facts under these names never reach the log, at the top or one level down: secrets, and what people wrote. */
const hidden = [
  'password',
  'secret',
  'signingSecret',
  'clientSecret',
  'token',
  'botToken',
  'appToken',
  'authToken',
  'authorization',
  'cookie',
  'databaseUrl',
  'smtpUrl',
  'routingKey',
  'webhookSecret',
  'text',
  'words',
  'card',
  'payload',
  'body',
];

/** One JSON object a line, on standard output unless told otherwise. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: { paths: hidden.flatMap(name => [name, `*.${name}`]), censor: '[hidden]' },
      serializers: { error: safeError, cause: safeError },
    },
    destination ?? pino.destination({ sync: true }),
  );
}

/** A stack helps; the values that a driver or an HTTP client hangs on its errors may be secrets. */
function safeError(error: unknown): unknown {
  if (typeof error === 'string') return withoutSecrets(error);
  const message = propertyOf(error, 'message');
  if (typeof message !== 'string') return error;
  const stack = withoutSecrets(String(propertyOf(error, 'stack') ?? ''));
  return {
    name: propertyOf(error, 'name'),
    code: codeOf(error),
    message: withoutSecrets(message),
    stack,
  };
}

/** Passwords in URLs, and the tokens of the platforms by their known prefixes. */
function withoutSecrets(text: string): string {
  return text
    .replace(/(\w+:\/\/[^\s:/@]*):[^\s/@]*@/g, '$1:[hidden]@')
    .replace(/\b(xox[a-z]|xapp)-[\w-]+/g, '[hidden]')
    .replace(/\bBearer\s+[\w.~+/-]+=*/gi, 'Bearer [hidden]');
}
