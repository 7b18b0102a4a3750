import { type KeySentence, says } from './key-sentence.ts';

/** What the keys about other systems say. */
export const hookSentences: Readonly<Record<string, KeySentence>> = {
  hooks: says(
    'What other systems send to POST /hooks/ID, and what it means (docs/hooks.md).',
    '[{ id: deploys, signed: github, customer: northwind, like: github }]',
  ),
  'hooks[].id': says('Its name in the address: POST /hooks/deploys.', 'deploys'),
  'hooks[].signed': says(
    'How the sender proves itself; the secret is HOOK_SECRET_ID in the settings.',
  ),
  'hooks[].customer': says(
    'The customer it is about, or where the payload names one.',
    '{ from: /project/name, is: { shop: northwind } }',
  ),
  'hooks[].customer.from': says('Where the payload says whom it is about.', '/project/name'),
  'hooks[].customer.is': says('Which value means which customer.', '{ shop: northwind }'),
  'hooks[].publish': says('What it tells may be read by the customer, where a rule says so.'),
  'hooks[].like': says('Ready rules, behind its own; all they tell is internal.'),
  'hooks[].rules': says(
    'What payloads mean; of each thing, the first rule that fits counts.',
    '[{ when: { /state: [failed] }, event: { text: "{/name} failed" } }]',
  ),
  'hooks[].rules[].on': says(
    "What the sender's header calls it; anything when left out.",
    '[release]',
  ),
  'hooks[].rules[].each': says('A list in the payload: once for each entry.', '/alerts'),
  'hooks[].rules[].when': says('Values that must be there, by address.', '{ /status: [firing] }'),
  'hooks[].rules[].once': says(
    'Names the thing: told again under this name, it counts once. The delivery, when left out.',
    '"{/issue/key} {/issue/fields/status/name}"',
  ),
  'hooks[].rules[].at': says(
    'Where the payload says when it happened; now when left out.',
    '/time',
  ),
  'hooks[].rules[].event': says('A fact on the timeline.', '{ text: "{/name} failed" }'),
  'hooks[].rules[].event.text': says('The fact, as people read it.', '"{/name} failed"'),
  'hooks[].rules[].event.visibility': says('Who may read it; the vendor alone when left out.'),
  'hooks[].rules[].event.kind': says('A word for what it is.', 'deployment'),
  'hooks[].rules[].move': says(
    'A step of a plan moves; the customer reads it.',
    '{ transition: erp-go-live, step: copy, to: done }',
  ),
  'hooks[].rules[].move.transition': says('The id of the transition.', 'erp-go-live'),
  'hooks[].rules[].move.step': says('The id of the step.', 'copy'),
  'hooks[].rules[].move.to': says('What becomes of it.', 'done'),
  'hooks[].rules[].move.reason': says('Why it is late.', '"{/reason}"'),
  'hooks[].rules[].page': says('Somebody is called.', '{ reason: "{/name} is down" }'),
  'hooks[].rules[].page.reason': says('Why, for whoever is called.', '"{/name} is down"'),
  'hooks[].rules[].page.weight': says(
    'Wakes people, or waits for those who are awake; critical when left out.',
  ),
  'hooks[].rules[].page.visibility': says(
    'Whether the customer knows of it; the vendor alone when left out.',
  ),
  'hooks[].rules[].page.transition': says('The id of the transition it belongs to.', 'erp-go-live'),
};
