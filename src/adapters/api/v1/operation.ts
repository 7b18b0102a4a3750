import { z } from 'zod';
import type { Lane } from '../../../delivery/draft.ts';
import { problemsOf } from '../../../setup/shape.ts';
import type { Trip } from '../../../shared/database.ts';
import { type FieldProblem, HttpProblem } from '../problem.ts';
import type { Right } from '../right.ts';
import type { Bearer } from './bearer.ts';

/** A JSON document, or a part of one. */
export type JsonObject = Record<string, unknown>;

/** One request, as far as it is read: who sends it and what the address and the headers say. */
export interface Call {
  readonly bearer: Bearer;
  /** The parts of the address that vary, by name. */
  readonly params: Readonly<Record<string, string>>;
  /** The version that the sender wants to change, where they said one. */
  readonly ifMatch: string | null;
}

/** One request with its query and body still as they came. */
export interface RawCall extends Call {
  readonly query: unknown;
  readonly body: unknown;
}

/** One request with everything read. */
export interface ReadCall<Query, Body> extends Call {
  readonly query: Query;
  readonly body: Body;
}

/** What is answered when all went well. */
export interface Answer {
  readonly status: number;
  /** JSON; left out = nothing. */
  readonly body?: object;
  /** Words of another kind, instead. */
  readonly text?: { readonly type: string; readonly words: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** Something was left to be said or done, and the engine need not wait for its tick. */
  readonly isNews?: boolean;
  /** Where it left messages to be said. */
  readonly lanes?: readonly Lane[];
  /** It was asked what would happen: all that was written is taken back. */
  readonly isTried?: boolean;
}

/** An answer in the documentation. */
export interface AnswerShape {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** The other kind it may come in, where the query asks for it. */
  readonly text?: string;
}

export type Method = 'get' | 'post' | 'put' | 'delete';

/** One address with one method: what it takes, what it answers, who may, and what it does. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** Below /api/v1: "/customers/{customerId}/events". */
  readonly path: string;
  readonly summary: string;
  readonly may: Right;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body in the documentation, where what reads it cannot say. */
  readonly bodyShape?: z.ZodType;
  /** The most bytes of a body; 256 KB when left out. */
  readonly bodyLimit?: number;
  readonly answers: Readonly<Record<number, AnswerShape>>;
  /** Many come at once, each of another customer: they may share a transaction. */
  readonly isShared?: true;
  /** Throws the problem to answer with; then nothing was written. */
  run(trip: Trip, call: RawCall): Promise<Answer>;
}

interface Parts<Q extends z.ZodType, B extends z.ZodType> extends Omit<Operation, 'run'> {
  readonly query?: Q;
  readonly body?: B;
  handle(trip: Trip, call: ReadCall<z.output<Q>, z.output<B>>): Promise<Answer>;
}

const nothing = z.unknown();

/** An operation whose query and body are read before it is done. */
export function operation<
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
>({ handle, ...parts }: Parts<Q, B>): Operation {
  return {
    ...parts,
    run: async (trip, call) =>
      handle(trip, {
        ...call,
        query: read(parts.query, call.query, [400, 'invalid-query']) as z.output<Q>,
        body: read(parts.body, call.body, [422, 'invalid-body']) as z.output<B>,
      }),
  };
}

function read(
  schema: z.ZodType | undefined,
  input: unknown,
  refusal: readonly [number, string],
): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw refused(refusal, result.error.issues.flatMap(fieldProblems));
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  return problemsOf(issue).map(({ path, what }) => ({
    field: shorten(path.map(String).join('.')) || '(body)',
    detail: what,
  }));
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

const mostErrors = 10;

/** The problem that names what is wrong with a query or body, field by field. */
export function refused(
  refusal: readonly [number, string],
  errors: readonly FieldProblem[],
): HttpProblem {
  const named = errors.slice(0, mostErrors);
  const [first] = named;
  const says = first ? `${first.field}: ${first.detail}` : 'It does not have the expected shape.';
  return new HttpProblem(refusal, says, { errors: named });
}

/** The value of a part of the address. */
export function param({ params }: Call, name: string): string {
  return params[name] ?? '';
}
