/** Something in a card that a client of Teams would carry out instead of showing it as it was written. */
export interface Live {
  readonly where: string;
  readonly what: string;
  readonly text: string;
}

/** How a client reads the text under a name. */
type Reading = 'markdown' | 'plain' | 'raw' | 'fixed';

/** Every text an Adaptive Card of ours may hold. A name that is not here is itself a finding. */
const readings: Readonly<Record<string, Reading>> = {
  'TextBlock.text': 'markdown',
  'Fact.title': 'markdown',
  'Fact.value': 'markdown',
  'AdaptiveCard.fallbackText': 'markdown',
  'TextRun.text': 'plain',
  'Action.title': 'plain',
  'Choice.title': 'plain',
  'Input.label': 'plain',
  'Input.placeholder': 'plain',
  // What stands in a box to be changed is handed back as it is, and never formatted.
  'Input.value': 'raw',
  'Choice.value': 'raw',
  'message.summary': 'plain',
};

/** Names whose values Teams compares with a list of its own. */
const fixed = [
  'type',
  'contentType',
  'importance',
  '$schema',
  'version',
  'style',
  'weight',
  'size',
  'color',
  'spacing',
  'width',
  'verb',
  'id',
  'associatedInputs',
];

interface Node {
  readonly [name: string]: unknown;
}

/** Everything live in a card or a message; empty when all of it is shown as it was written. */
export function liveParts(value: unknown, where = 'card'): Live[] {
  if (Array.isArray(value)) {
    const joined = value.every(isRun) ? value.map(run => String(run.text)).join('') : '';
    return [
      ...value.flatMap((each, index) => liveParts(each, `${where}[${index}]`)),
      ...carriedOut(joined).map(what => ({ where: `${where} joined`, what, text: joined })),
    ];
  }
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const at = `${where}.${name}`;
    if (name === 'data' || name === 'channelData') return [];
    if (name === 'entities') return [{ where: at, what: 'entities', text: JSON.stringify(field) }];
    if (typeof field !== 'string') return liveParts(field, at);
    if (fixed.includes(name)) return [];
    const reading = readings[`${kindOf(value, where)}.${name}`];
    if (!reading) return [{ where: at, what: 'a text nobody knows how to read', text: field }];
    return findings(field, reading).map(what => ({ where: at, what, text: field }));
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isRun(value: unknown): value is Node {
  return isNode(value) && value.type === 'TextRun';
}

function kindOf({ type }: Node, where: string): string {
  if (typeof type === 'string') return type.replace(/^(Action|Input)\..*/, '$1');
  return where.includes('.choices[') ? 'Choice' : 'Fact';
}

function findings(text: string, reading: Reading): string[] {
  if (reading === 'raw' || reading === 'fixed') return [];
  const unseen = /[\u202A-\u202E\u2066-\u2069]/.test(text) ? ['turns the reading direction'] : [];
  const carried = [...carriedOut(text), ...unseen];
  return reading === 'markdown' ? [...carried, ...markdown(text)] : carried;
}

/** What is carried out in any text. */
function carriedOut(text: string): string[] {
  const found: string[] = [];
  if (/\{\{\s*(DATE|TIME)\s*\(/.test(text)) found.push('macro');
  if (/\$\{|\{\{|\{[A-Za-z][\w.]*\}/.test(text)) found.push('template');
  if (/<\/?at\b/i.test(text)) found.push('mention');
  if (/<[a-z!?/][^>]*>/i.test(text)) found.push('HTML');
  if (/&(?:[a-z]+|#x?[0-9a-f]+);/i.test(text)) found.push('entity');
  return found;
}

// A sign behind an odd number of backslashes is a letter like any other; it is taken out before looking.
function markdown(text: string): string[] {
  const live = text.replace(/\\[\\`*_{}[\]()#+\-.!~|<>&:"'^=]/g, 'x');
  const rules: readonly (readonly [string, RegExp])[] = [
    ['emphasis', /(\*|_|~~|`)\S[\s\S]*?\S?\1/],
    ['link', /\]\s*[([:]/],
    ['address in angles', /<[a-z][a-z0-9+.-]*:[^>]*>/i],
    ['list', /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/m],
    ['heading', /^\s{0,3}(?:#{1,6}(?:\s|$)|={3,}\s*$|-{3,}\s*$|\*{3,}\s*$)/m],
    ['quote', /^\s{0,3}>/m],
    ['fence', /```/],
    ['table', /\|.*\|/],
  ];
  return rules.filter(([, rule]) => rule.test(live)).map(([what]) => what);
}
