import { z } from 'zod';
import { rights } from '../right.ts';
import { jsonSchema } from './json-schema.ts';
import type { AnswerShape, JsonObject, Operation } from './operation.ts';
import { operations } from './operations.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .meta({ description: 'RFC 9457 problem details; `errors` names each field that is wrong' });

/** What any operation may answer beside its own. */
const refusals: Readonly<Record<number, string>> = {
  400: 'The query, a header or the JSON cannot be read',
  401: 'No valid token',
  403: 'The token, or the person, may not do that',
  404: 'The token reaches nothing at this address',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'Too much to do; nothing was done, and Retry-After says when to send it again',
};

const bodyRefusals: Readonly<Record<number, string>> = {
  413: 'The body is too large',
  415: 'The body is not plain JSON in UTF-8',
  422: 'The body does not fit; `errors` names the fields',
};

let document: JsonObject | null = null;

/** The OpenAPI 3.1 document of everything under /api/v1, made from the schemas that read the requests. */
export function openApi(): JsonObject {
  document ??= {
    openapi: '3.1.0',
    info: {
      title: 'Handrail',
      version: '1',
      description: `Bearer tokens come from "handrail token create"; they reach customers and may ${rights.join(', ')}. Moments are RFC 3339 with an offset; seconds may be left out and the offset written +0100. POST takes an Idempotency-Key.`,
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths: pathsOf(operations),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: jsonSchema(problem, 'output') },
    },
  };
  return document;
}

function pathsOf(all: readonly Operation[]): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const operation of all) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describe(operation),
    };
  }
  return paths;
}

function describe(operation: Operation): JsonObject {
  const { id, summary, may, method, body, bodyShape, answers } = operation;
  const shape = bodyShape ?? body;
  return {
    operationId: id,
    summary,
    description: `Needs the right "${may}".`,
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...headersOf(method)],
    ...(shape && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(shape, 'input') } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries({ ...refusals, ...(body ? bodyRefusals : {}) }).map(([status, says]) => [
          status,
          refusal(says),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(answers).map(([status, one]) => [status, answerOf(Number(status), one)]),
      ),
    },
  };
}

function pathParameters({ path }: Operation): JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation): JsonObject[] {
  if (!query) return [];
  const { properties = {} } = jsonSchema(query, 'input') as { properties?: JsonObject };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

function headersOf(method: Operation['method']): JsonObject[] {
  const text = { schema: { type: 'string' } };
  if (method === 'post') return [{ name: 'Idempotency-Key', in: 'header', ...text }];
  const isChange = method === 'put' || method === 'delete';
  return isChange ? [{ name: 'If-Match', in: 'header', ...text }] : [];
}

function refusal(description: string): JsonObject {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function answerOf(status: number, { description, schema, text }: AnswerShape): JsonObject {
  if (status >= 400) return refusal(description);
  if (!schema) return { description };
  return {
    description,
    content: {
      'application/json': { schema: jsonSchema(schema, 'input') },
      ...(text && { [text]: { schema: { type: 'string' } } }),
    },
  };
}
