import type { CommandName } from '../../customers/permission.ts';
import { plain } from './names.ts';

/** A sentence of one of the vendor's people that a command answers, and what of it the command is about. */
export interface SaidOrder {
  readonly name: CommandName;
  /** What is to be told, where something is. */
  readonly told: { readonly to: string; readonly words: string } | null;
}

const mood = '(?:worried|unhappy|nervous|uneasy|anxious|upset|in trouble|at risk)';
const fallen =
  '(?:low|dropped|down|falling|nervous|worried|unhappy|uneasy|wrong|confidence|at \\d+)';

/** Which command answers which question; the brief has why somebody is uneasy, what we owe, and what was said last. */
const orders: readonly (readonly [RegExp, CommandName])[] = [
  [new RegExp(`^(?:who|which|anyone|anybody|any customers?)\\b.*\\b${mood}\\b`), 'portfolio'],
  [/\b(?:needs? attention|look at first|how are (?:my|our|the) customers)\b/, 'portfolio'],
  [
    new RegExp(`^(?:why|how come|what makes|what s wrong|what is wrong)\\b.*\\b${fallen}\\b`),
    'brief',
  ],
  [/^(?:what|which|anything|any|open|do)\b.*\b(?:owed?|promised?|promises)\b/, 'brief'],
  [/\b(?:timeline|history|last facts)\b|^what (?:has )?happened (?:at|with|to) \S+$/, 'brief'],
  [
    /^(?:what|when)\b.*\b(?:say|said|write|wrote)\b|^(?:last|latest|newest) (?:words?|from)\b/,
    'brief',
  ],
  [
    /^(?:who|has anyone|has anybody)\b.*\b(?:has|have|got|took|taken|owns?|on)\b.*\b(?:it|page)$/,
    'pages',
  ],
  [
    /^(?:who|which of us)\b.*\b(?:carr(?:y|ied|ies)|had|has|got|took|worked|was called|were called)\b.*\b(?:too much|too many|the most|most|load|nights?)\b/,
    'pages',
  ],
  [/\b(?:have to do|on my plate|waits? for me|my tasks)\b/, 'tasks'],
];

const telling =
  /^\s*(?:tell|inform|say to|let)\s+(?:the customer\s+)?(?<to>[^:]{1,60}?)(?:\s+know)?\s*:\s*(?<words>.+)$/isu;

/** The command that a sentence asks for; null when a command word, or nothing, is meant. */
export function readOrder(text: string): SaidOrder | null {
  const told = telling.exec(text)?.groups;
  if (told?.to && told.words)
    return { name: 'publish', told: { to: told.to.trim(), words: told.words } };
  const said = plain(text);
  const found = orders.find(([asks]) => asks.test(said));
  return found ? { name: found[1], told: null } : null;
}
