/** The base of every error we throw on purpose: a stable code, and a message that tells the operator what to do. */
export abstract class HandrailError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Input from outside (a file, a setting, a request) that we refuse, with the place it is wrong. */
export class BadInputError extends HandrailError {
  readonly code = 'bad-input';
  /** Each problem as "file:line field: what is wrong and what to write instead". */
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: { cause?: unknown }) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}

/** Something the caller named does not exist. */
export class NotFoundError extends HandrailError {
  readonly code = 'not-found';
}

/** A rule of our own was broken: a bug, not an expected outcome. */
export class InvariantError extends HandrailError {
  readonly code = 'invariant';
}

/** Closes an exhaustive switch: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new InvariantError(
    `No case for ${JSON.stringify(value)}. This is a bug in Handrail; please report it.`,
  );
}

/** The message of anything thrown, for a log line or an operator. */
export function messageOf(error: unknown): string {
  return String(propertyOf(error, 'message') ?? error);
}

/** The code of anything thrown ("ENOENT", "P2002", …), or null. Not by `instanceof`: errors cross realms. */
export function codeOf(error: unknown): string | null {
  const code = propertyOf(error, 'code');
  return typeof code === 'string' ? code : null;
}

/** What a value of unknown shape holds under this name, if anything. */
export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
