import * as fc from 'fast-check';
import type { JsonSchema } from '../../../src/setup/reference/setup-schema.ts';

/** A request as a careless or hostile sender might make it. */
export interface RandomCall {
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
  /** The status codes that the documentation names for this operation. */
  readonly documented: readonly number[];
}

interface Described {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const ids = fc.constantFrom(
  'northwind',
  'lakeside',
  'nobody',
  'erp',
  'backup',
  'adv-1',
  'mgr-1',
  'default',
  'duty',
  '',
  '%00',
  'ünï',
  'a'.repeat(300),
);
const words = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), ids);
const junk = fc.jsonValue({ maxDepth: 2 });

/** Values that a schema takes, or nearly: its examples, its kind, now and then something else. */
function anyValue(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema, depth);
  return fc.oneof({ weight: 9, arbitrary: fitting }, { weight: 1, arbitrary: junk });
}

function fittingOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return junk;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(choice => anyValue(choice, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.items) return fc.array(anyValue(schema.items, depth + 1), { maxLength: 3 });
  if (schema.properties) {
    const fields: Record<string, fc.Arbitrary<unknown>> = {};
    for (const [key, field] of Object.entries(schema.properties))
      fields[key] = anyValue(field, depth + 1);
    return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] });
  }
  if (schema.type === 'string')
    return fc.oneof(words, fc.constantFrom(...(schema.examples ?? ['x'])));
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({ min: -5, max: 300 });
  if (schema.type === 'boolean') return fc.boolean();
  return junk;
}

/** Any call of anything that this document describes. */
export function randomCalls({ paths }: Document): fc.Arbitrary<RandomCall> {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  );
  return fc.constantFrom(...operations).chain(({ path, method, described }) =>
    fc.record({
      method: fc.constant(method.toUpperCase()),
      path: addressOf(path, described),
      body: bodyOf(described),
      documented: fc.constant(Object.keys(described.responses).map(Number)),
    }),
  );
}

function addressOf(path: string, { parameters }: Described): fc.Arbitrary<string> {
  const inPath = path.match(/\{\w+\}/g) ?? [];
  const inQuery = parameters.filter(parameter => parameter.in === 'query');
  return fc
    .tuple(fc.tuple(...inPath.map(() => ids)), fc.tuple(...inQuery.map(() => fc.option(words))))
    .map(([parts, query]) => {
      const address = parts.reduce<string>(
        (rest, id) => rest.replace(/\{\w+\}/, () => encodeURIComponent(id === '' ? '-' : id)),
        path,
      );
      const asked = inQuery.flatMap(({ name }, index) => {
        const said = query[index];
        return said === null || said === undefined
          ? []
          : [`${name}=${encodeURIComponent(wellFormed(said))}`];
      });
      return asked.length > 0 ? `${address}?${asked.join('&')}` : address;
    });
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?');
}

function bodyOf({ requestBody }: Described): fc.Arbitrary<string | null> {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return fc.constant(null);
  const json = anyValue(schema).map(value => JSON.stringify(value) ?? 'null');
  return fc.oneof({ weight: 20, arbitrary: json }, { weight: 1, arbitrary: fc.string() });
}
