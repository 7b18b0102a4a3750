import { z } from 'zod';
import { setupCustomer, setupFrame, setupPerson } from '../schema.ts';
import { filled, list } from '../shape.ts';

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A setup file with its people and customers, for whoever describes it: they are read one by one elsewhere. */
export const wholeFile = setupFrame.extend({
  people: filled(setupPerson, 'person', 500_000),
  customers: list(setupCustomer, 100_000).default([]),
});

/** The setup file as JSON Schema 2020-12: for editors, and for the page that tells every key. */
export function setupSchema(): JsonSchema {
  const schema = z.toJSONSchema(wholeFile, {
    io: 'input',
    unrepresentable: 'any',
    // Left to itself, zod drops the examples of everything that is read by a function.
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
  return { ...schema, title: 'Handrail setup file' } as JsonSchema;
}
