import { z } from 'zod';
import { pointerPattern } from '../hooks/pointer.ts';
import { readyNames } from '../hooks/ready/ready.ts';
import { signingNames } from '../hooks/signing.ts';
import { addressesIn } from '../hooks/template.ts';
import { weights } from '../paging/ladder/weight.ts';
import { milestoneStates } from '../transitions/milestone.ts';
import { filled, list, mapping } from './shape.ts';
import { id, oneOf, value, word, wrong } from './values.ts';

const pointer = value(
  input => (typeof input === 'string' && pointerPattern.test(input) ? input : null),
  'the address of a value in the payload (JSON Pointer), like /alerts or /issue/key',
  { type: 'string', examples: ['/issue/key'] },
);

const template = value(
  input => (typeof input === 'string' && isTemplate(input) ? input.trim() : null),
  'a text of at most 500 characters, with addresses in braces, like "{/issue/key} was opened"',
  { type: 'string', examples: ['{/issue/key} was opened'] },
);

function isTemplate(text: string): boolean {
  const isShort = text.trim() !== '' && text.length <= 500;
  const bare = text.replace(/\{\/[^{}]*\}/g, '');
  return isShort && !/[{}]/.test(bare) && addressesIn(text).every(one => pointerPattern.test(one));
}

const eventName = value(
  input => (typeof input === 'string' && /^[\w.:-]{1,100}$/.test(input) ? input : null),
  'what the sender calls it, like deployment_status',
  { type: 'string', examples: ['deployment_status'] },
);

const wanted = z.union([z.string().max(200), z.number(), z.boolean()], {
  error: issue => wrong(issue.input, 'a text, a number, true or false'),
});

/** One value may stand by itself. */
const wantedValues = z
  .preprocess(input => (Array.isArray(input) ? input : [input]), filled(wanted, 'value', 50))
  .meta({ description: 'a value, or a list of values' });

const visibility = oneOf(['internal', 'shared']).default('internal');

const rule = mapping({
  on: filled(eventName, 'name', 50).optional(),
  each: pointer.optional(),
  when: z.record(pointer, wantedValues).optional(),
  once: template.optional(),
  at: pointer.optional(),
  event: mapping({ text: template, visibility, kind: word.optional() }).optional(),
  move: mapping({
    transition: template,
    step: template,
    to: oneOf(milestoneStates),
    reason: template.optional(),
  }).optional(),
  page: mapping({
    reason: template,
    weight: oneOf(weights).default('critical'),
    visibility,
    transition: template.optional(),
  }).optional(),
});

const named = mapping({ from: pointer, is: z.record(z.string().max(200), id) });

/** One entry of `hooks`. */
export const setupHook = mapping({
  id,
  signed: oneOf(signingNames),
  customer: z.union([id, named], {
    error: issue =>
      wrong(
        issue.input,
        'the id of a customer, or { from: /project/name, is: { shop: northwind } }',
      ),
  }),
  publish: z.boolean('does not fit; write true or false').default(false),
  like: oneOf(readyNames).optional(),
  rules: list(rule, 100).default([]),
});

export type SetupHook = z.output<typeof setupHook>;
