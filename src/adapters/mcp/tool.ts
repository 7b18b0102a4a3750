import { listCustomers } from '../api/v1/customers.ts';
import { recordEvents } from '../api/v1/events.ts';
import { jsonSchema } from '../api/v1/json-schema.ts';
import { readOnCall } from '../api/v1/on-call.ts';
import type { Call, JsonObject, Operation } from '../api/v1/operation.ts';
import { callHuman, listPages } from '../api/v1/pages.ts';
import { listPromises } from '../api/v1/promises.ts';
import { readSituation } from '../api/v1/situation.ts';
import { readTimeline } from '../api/v1/timeline.ts';

/** An operation of the API as a language model is offered it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly operation: Operation;
  /** What the model should know beside the operation's own summary. */
  readonly says: string;
  /** Somebody is called, or something is written: shown first, and done when a person agreed. */
  readonly isAct: boolean;
}

const internal =
  'What is "internal" is for the vendor alone: never say it where the customer reads.';

/** Everything a model can ask for. */
export const tools: readonly Tool[] = [
  {
    name: 'customers',
    title: 'Customers',
    operation: listCustomers,
    says: 'The id of a customer is what the other tools take as "customer".',
    isAct: false,
  },
  {
    name: 'situation',
    title: 'What is happening now',
    operation: readSituation,
    says: 'This may be said to the customer.',
    isAct: false,
  },
  { name: 'timeline', title: 'Timeline', operation: readTimeline, says: internal, isAct: false },
  {
    name: 'on_call',
    title: 'Who is on call',
    operation: readOnCall,
    says: 'For the vendor alone.',
    isAct: false,
  },
  {
    name: 'pages',
    title: 'Pages',
    operation: listPages,
    says: `"open": nobody has it yet; "acknowledged": its owner has it. ${internal}`,
    isAct: false,
  },
  { name: 'promises', title: 'Promises', operation: listPromises, says: internal, isAct: false },
  {
    name: 'raise_page',
    title: 'Call a human',
    operation: callHuman,
    says: 'It wakes people. The first time it only shows what would happen.',
    isAct: true,
  },
  {
    name: 'log_fact',
    title: 'Log a fact',
    operation: recordEvents,
    says: 'The first time it only shows what would be written.',
    isAct: true,
  },
];

/** The field that repeats what a tool showed. */
export const confirmField = 'confirm';

/** The sender's own id of an act: made from what was confirmed, so that confirming twice is once. */
const ownId = 'externalId';

/** What a tool takes, as JSON Schema: the operation's own fields. */
export function inputOf({ operation, isAct }: Tool): { type: 'object' } & JsonObject {
  const { properties = {}, required = [] } = fieldsOf(operation);
  const { [ownId]: _, ...fields } = properties;
  const inPath = isAboutCustomer(operation) ? { customer: { type: 'string' } } : {};
  const confirm = {
    [confirmField]: {
      type: 'string',
      description: 'The code of what was shown, once the person you work for agreed to it',
    },
  };
  return {
    type: 'object',
    properties: { ...inPath, ...fields, ...(isAct && confirm) },
    required: [...Object.keys(inPath), ...required.filter(name => name !== ownId)],
    additionalProperties: false,
  };
}

interface Fields {
  readonly properties?: JsonObject;
  readonly required?: readonly string[];
}

function fieldsOf({ query, body, bodyShape = body }: Operation): Fields {
  const shape = query ?? bodyShape;
  if (!shape) return {};
  const { anyOf, ...schema } = jsonSchema(shape, 'input') as Fields & { anyOf?: Fields[] };
  // Where one or many may be said, a tool says one.
  return anyOf?.find(({ properties }) => properties !== undefined) ?? schema;
}

function isAboutCustomer({ path }: Operation): boolean {
  return path.includes('{customerId}');
}

/** What a model wrote as a call of the operation. */
export function callOf(
  { operation, isAct }: Tool,
  said: Readonly<Record<string, unknown>>,
  id: string,
): Pick<Call, 'params'> & { readonly query: unknown; readonly body: unknown } {
  const { customer, ...all } = said;
  const { [confirmField]: _, ...fields } = all;
  const params: Record<string, string> = isAboutCustomer(operation)
    ? { customerId: String(customer ?? '') }
    : {};
  const rest = isAboutCustomer(operation)
    ? fields
    : { ...fields, ...('customer' in said && { customer }) };
  return {
    params,
    query: operation.query ? rest : {},
    body: isAct ? { ...rest, [ownId]: id } : undefined,
  };
}
