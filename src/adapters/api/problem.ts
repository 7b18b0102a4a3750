import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import { codeOf, HandrailError } from '../../shared/errors.ts';

/** One thing wrong with a request body: where, and what would be right. */
export interface FieldProblem {
  readonly field: string;
  readonly detail: string;
}

interface ProblemParts {
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldProblem[];
}

/** A request we refuse, with the words the sender reads. Shown as RFC 9457 problem details. */
export class HttpProblem extends HandrailError {
  readonly code: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldProblem[];

  constructor(
    [status, code]: readonly [status: number, code: string],
    detail: string,
    { headers = {}, errors = [] }: ProblemParts = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.errors = errors;
  }
}

/** Answers with the problem and nothing else; a response already begun is cut off instead. */
export function sendProblem(response: Response, problem: HttpProblem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, code, message, headers, errors } = problem;
  response
    .status(status)
    .set(headers)
    .set('Content-Type', 'application/problem+json; charset=utf-8')
    .set('Cache-Control', 'no-store')
    .end(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        detail: message,
        code,
        ...(errors.length > 0 && { errors }),
      }),
    );
}

const knownFaults: Readonly<Record<string, readonly [number, string, string]>> = {
  'entity.too.large': [413, 'too-large', 'The body is larger than this address takes.'],
  'entity.parse.failed': [400, 'malformed-body', 'The body is not well-formed.'],
  'encoding.unsupported': [415, 'unsupported-encoding', 'Send the body without compression.'],
  'charset.unsupported': [415, 'unsupported-charset', 'Send the body as UTF-8.'],
  'request.size.invalid': [400, 'size-mismatch', 'The body is not as long as Content-Length says.'],
  'request.aborted': [400, 'aborted', 'The body did not arrive completely.'],
};

/** Anything thrown as a problem that tells nothing about our insides. */
export function problemFrom(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (codeOf(error) === 'database-busy')
    return new HttpProblem(
      [503, 'busy'],
      'There is too much to do here just now. Nothing was done; send it again.',
      {
        headers: { 'Retry-After': '2' },
      },
    );
  const { type, status } = faultOf(error);
  const known = knownFaults[type];
  if (known) return new HttpProblem([known[0], known[1]], known[2]);
  if (status >= 400 && status < 500)
    return new HttpProblem([status, 'bad-request'], 'The request could not be read.');
  return new HttpProblem([500, 'internal'], 'Something went wrong here. It has been logged.');
}

function faultOf(error: unknown): { type: string; status: number } {
  if (typeof error !== 'object' || error === null) return { type: '', status: 500 };
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return { type, status };
}
